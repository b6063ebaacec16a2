package org.examledger.query.monitor;

import org.examledger.events.rules.SessionStatus;

/**
 * What can be compared of a session's row.
 *
 * @param hash another one as soon as anything but what ticks is different
 */
record Glance(long hash, SessionStatus status) {}
