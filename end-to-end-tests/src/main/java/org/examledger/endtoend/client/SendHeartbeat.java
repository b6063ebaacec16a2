package org.examledger.endtoend.client;

/** Body of {@code heartbeat}. */
public record SendHeartbeat(long epoch, String visibility) {}
