package org.examledger.command.draft;

/**
 * What holds where a draft says nothing.
 *
 * @param zone IANA id
 * @param graceSeconds how long after the deadline an answer under way still counts
 */
record ExamDefaults(String zone, int graceSeconds) {}
