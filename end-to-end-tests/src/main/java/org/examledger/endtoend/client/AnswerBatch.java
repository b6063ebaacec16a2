package org.examledger.endtoend.client;

import java.util.List;

/** Body of {@code answers/batch}. */
public record AnswerBatch(long epoch, List<SelectAnswer> answers) {}
