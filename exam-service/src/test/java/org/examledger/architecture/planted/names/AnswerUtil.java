package org.examledger.architecture.planted.names;

/** Planted: named after nothing. */
public final class AnswerUtil {}
