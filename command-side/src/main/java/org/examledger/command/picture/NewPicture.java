package org.examledger.command.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes that were found to be a picture within the limits.
 *
 * @param sha256 of the bytes, in lower-case hexadecimal
 * @param header what the bytes say of themselves
 */
public record NewPicture(String sha256, PictureHeader header, byte[] bytes) {
    /**
     * Looks at bytes; they are kept byte for byte, and never drawn here.
     *
     * @throws UnusablePicture when they are no picture, or one beyond the limits
     */
    public static NewPicture of(byte[] bytes, PictureLimits limits) throws UnusablePicture {
        if (bytes.length > limits.largest().toBytes()) {
            throw new UnusablePicture(
                    UnusablePicture.Cause.TOO_LARGE,
                    "is larger than " + limits.largest().toBytes() + " bytes");
        }
        var header = PictureHeader.of(bytes)
                .orElseThrow(() -> new UnusablePicture(
                        UnusablePicture.Cause.OTHER_KIND,
                        "is not " + PictureHeader.Kind.words() + " (SVG can run programs, so it is none)"));
        if (header.pixels() > limits.pixels()) {
            throw new UnusablePicture(
                    UnusablePicture.Cause.TOO_MANY_PIXELS,
                    "has more than " + limits.pixels() + " pixels (" + header.width() + " × " + header.height() + ")");
        }
        return new NewPicture(sha256(bytes), header, bytes);
    }

    public String mediaType() {
        return header.kind().mediaType();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
