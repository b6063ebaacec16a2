package org.examledger.store;

/** What proofs need of a row: where it stands, and its hash. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record RowSeal(long position, byte[] hash) {}
