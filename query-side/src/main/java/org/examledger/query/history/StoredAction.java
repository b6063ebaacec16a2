package org.examledger.query.history;

/**
 * A row of the log with the stream that it is in.
 *
 * @param stream type and id, {@code session:<uuid>}
 */
public record StoredAction(String stream, StoredEvent event) {}
