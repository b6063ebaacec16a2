package org.examledger.endtoend.client;

/** Body of {@code extend}; negative seconds take time away. */
public record ExtendTime(int seconds, String reason) {}
