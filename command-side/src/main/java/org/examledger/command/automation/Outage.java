package org.examledger.command.automation;

import java.time.Instant;
import java.util.UUID;

/** A time in which no command process was alive. */
public record Outage(UUID id, Instant from, Instant until) {}
