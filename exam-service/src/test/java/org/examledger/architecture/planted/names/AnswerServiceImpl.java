package org.examledger.architecture.planted.names;

/** Planted: named after being the only one. */
public final class AnswerServiceImpl {}
