package org.examledger.store;

/**
 * What an appender has done since it started; commands divided by statements is the average batch.
 *
 * @param statements sent to the database, those that failed included
 * @param commands whose facts were stored
 * @param events stored
 * @param waiting commands in the queue right now
 */
public record AppenderFigures(long statements, long commands, long events, int waiting) {}
