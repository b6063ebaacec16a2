package org.examledger.benchmarks.web;

import java.time.Instant;
import java.util.UUID;

/** The reply to an answer, in the shape in which ours sends it. */
public record Receipt(
        UUID sessionId,
        String status,
        long sequence,
        long position,
        int epoch,
        int currentEpoch,
        Instant serverTime,
        Instant deadline,
        long remainingSeconds,
        String outcome) {}
