package org.examledger.architecture.planted.names;

/** Planted: named after its layer. */
public record AnswerDto(int questionId) {}
