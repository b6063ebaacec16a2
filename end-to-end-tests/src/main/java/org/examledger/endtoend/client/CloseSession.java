package org.examledger.endtoend.client;

/** Body of {@code close}; scoring is {@code FROM_ANSWERS} or {@code ZERO}. */
public record CloseSession(String reason, String scoring) {}
