package org.examledger.store;

/**
 * Where a stream ends.
 *
 * @param sequence of its last event
 * @param position of its last event in the whole log
 */
public record StreamHead(int sequence, long position) {}
