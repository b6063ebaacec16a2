package org.examledger.query.responses;

import org.jspecify.annotations.Nullable;

/**
 * A worker's answer to a question in his newest attempt, judged by the newest key.
 *
 * @param answered whether an option is chosen
 * @param points reached with it
 * @param changes how often a stored answer replaced another one
 * @param millis that the worker was at the question; absent where nothing tells
 */
public record GivenAnswer(
        int questionId,
        boolean answered,
        boolean right,
        int points,
        int changes,
        @Nullable Long millis) {}
