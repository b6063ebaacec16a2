package org.examledger.query.proof;

/**
 * What is wrong with the log.
 *
 * @param position the first that was changed, removed or reordered
 */
record Flaw(long position, String reason) {}
