package org.examledger.query.monitor;

import java.time.Instant;

/**
 * What one look at an exam saw.
 *
 * @param position up to which every fact is in it
 * @param lagMillis how long the oldest fact that is not in it has been in the log; 0 = all are in it
 */
record Sight(Board board, long position, long lagMillis, Instant at) {}
