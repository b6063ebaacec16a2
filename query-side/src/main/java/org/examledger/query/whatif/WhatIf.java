package org.examledger.query.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.responses.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What would be otherwise.
 *
 * @param keyVersion of the key that counts, with which the other one is compared (R14)
 * @param sessions how many have a score
 * @param changed how many of them would have another score, maximum, percentage or result
 * @param passInstead how many would pass who fail now
 * @param failInstead how many would fail who pass now
 * @param items those that change, in the order of their session ids
 * @param next where they go on; absent = that was all
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record WhatIf(
        UUID examId,
        int keyVersion,
        int sessions,
        int changed,
        int passInstead,
        int failInstead,
        Outcome before,
        Outcome after,
        List<SessionChange> items,
        @Nullable String next) {

    /**
     * How an exam comes out.
     *
     * @param meanScore points, two decimals; absent, like the percentage, when no session has a score
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Outcome(
            int passed,
            int failed,
            @Nullable Double meanScore,
            @Nullable Double meanPercent) {}

    /** Worker id and name are absent when the directory has forgotten him. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SessionChange(
            UUID sessionId,
            @Nullable String workerId,
            @Nullable String workerName,
            SessionStatus status,
            Standing before,
            Standing after) {}
}
