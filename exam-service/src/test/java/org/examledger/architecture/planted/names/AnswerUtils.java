package org.examledger.architecture.planted.names;

/** Planted: named after nothing, many times. */
public final class AnswerUtils {}
