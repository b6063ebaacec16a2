package org.examledger.query.http;

/**
 * Rows and the position they were computed at, from one snapshot of the database.
 *
 * @param position up to which every fact is in the value
 */
public record Reading<T>(T value, long position) {}
