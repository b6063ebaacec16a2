package org.examledger.command.imports;

/** The files that came with a text. */
interface PictureSource {
    PictureSource NOTHING = reference -> new byte[0];

    /** What a reference of the text leads to; no bytes when it leads to nothing that is there. */
    byte[] file(String reference);

    /** A reference without its query and its fragment (RFC 3986), in time that grows with its length, whatever it holds. */
    static String path(String reference) {
        return reference.split("[?#]", 2)[0];
    }
}
