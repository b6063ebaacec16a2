package org.examledger.query.picture;

/** A picture as it was sent, byte for byte. */
public record KeptPicture(String mediaType, byte[] bytes) {}
