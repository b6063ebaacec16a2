package org.examledger.query.picture;

/**
 * A picture as an export packs it.
 *
 * @param base64 the bytes; JSON writes them so
 */
public record PackedPicture(String sha256, String mediaType, byte[] base64) {
    /** A name under which tools know what it is. */
    public String fileName() {
        return fileName(sha256, mediaType);
    }

    public static String fileName(String sha256, String mediaType) {
        return sha256 + "." + mediaType.substring(mediaType.indexOf('/') + 1).replace("jpeg", "jpg");
    }
}
