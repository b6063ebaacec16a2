package org.examledger.endtoend.client;

/** Body of {@code start}. */
public record StartSession(String clientId, String device) {}
