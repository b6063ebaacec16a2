package org.examledger.events.exam;

/** One option of a question; its id is unique within the question. */
public record ExamOption(int id, String text) {}
