package org.examledger.endtoend.client;

import tools.jackson.databind.JsonNode;

/** One fact as it is stored. */
public record AuditedEvent(long sequence, long position, String type, String at, JsonNode payload, String hash) {}
