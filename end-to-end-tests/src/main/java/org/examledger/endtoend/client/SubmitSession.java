package org.examledger.endtoend.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code submit}.
 *
 * @param lastAnswerSeq highest client sequence of an answer, 0 when there is none
 * @param answers those not sent before
 * @param current what the client believes: question id to the client sequence of its answer
 */
public record SubmitSession(
        long epoch,
        long clientSeq,
        long lastAnswerSeq,
        @Nullable List<SelectAnswer> answers,
        @Nullable Map<String, Long> current) {}
