package org.examledger.benchmarks.load;

import java.util.UUID;

/** A running session and who may click in it. */
public record Seat(UUID sessionId, String token, int epoch) {}
