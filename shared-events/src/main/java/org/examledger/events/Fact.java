package org.examledger.events;

/**
 * Something that happened and is remembered for ever.
 *
 * <p>A fact's payload has the names of the HTTP API. Its position, sequence, hash and time belong to the row that stores
 * it, who did it to the row's metadata ({@link FactMetadata}); none of them is repeated in the payload.
 */
public interface Fact {}
