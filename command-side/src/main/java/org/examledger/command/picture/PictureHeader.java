package org.examledger.command.picture;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the first bytes of a picture say. Only these are read: a picture is never unpacked here, so that a small file that
 * unfolds to a huge one costs nothing.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record PictureHeader(Kind kind, int width, int height) {
    /** The kinds that are kept; all of them are nothing but pixels. */
    public enum Kind {
        PNG("image/png"),
        JPEG("image/jpeg"),
        GIF("image/gif"),
        WEBP("image/webp");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        static String words() {
            return Arrays.stream(values()).map(Kind::name).collect(Collectors.joining(", "));
        }
    }

    /** Pixels of its area. */
    public long pixels() {
        return (long) width * height;
    }

    /** The header, when the bytes begin like one of the kinds and tell a size. */
    public static Optional<PictureHeader> of(byte[] bytes) {
        var header = new Bytes(bytes);
        PictureHeader found = null;
        // W3C PNG, section 5.2: signature, then the chunk IHDR with width and height.
        if (header.are(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n') && header.are(12, "IHDR")) {
            found = new PictureHeader(Kind.PNG, header.bigEndian(16, 4), header.bigEndian(20, 4));
        } else if (header.are(0, "GIF87a") || header.are(0, "GIF89a")) {
            found = new PictureHeader(Kind.GIF, header.littleEndian(6, 2), header.littleEndian(8, 2));
        } else if (header.are(0, 0xFF, 0xD8, 0xFF)) {
            found = jpeg(header);
        } else if (header.are(0, "RIFF") && header.are(8, "WEBP")) {
            found = webp(header);
        }
        return Optional.ofNullable(found).filter(it -> it.width > 0 && it.height > 0);
    }

    /** ITU-T T.81, annex B: segments behind their markers and lengths, up to the start of a frame. */
    private static PictureHeader jpeg(Bytes bytes) {
        var at = 2;
        while (bytes.at(at) == 0xFF) {
            var marker = bytes.at(at + 1);
            if (marker == 0xFF) { // fill
                at++;
            } else if (isStartOfFrame(marker)) {
                return new PictureHeader(Kind.JPEG, bytes.bigEndian(at + 7, 2), bytes.bigEndian(at + 5, 2));
            } else {
                at += 2 + Math.max(2, bytes.bigEndian(at + 2, 2));
            }
        }
        return new PictureHeader(Kind.JPEG, 0, 0);
    }

    /** SOF0 to SOF15; DHT, JPG and DAC stand between them and are none. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** RFC 9649, sections 2.5 to 2.7: lossy, lossless or extended, each with a size of its own. */
    private static PictureHeader webp(Bytes bytes) {
        if (bytes.are(12, "VP8X")) {
            return new PictureHeader(Kind.WEBP, 1 + bytes.littleEndian(24, 3), 1 + bytes.littleEndian(27, 3));
        }
        if (bytes.are(12, "VP8L") && bytes.at(20) == 0x2F) {
            var sizes = bytes.littleEndian(21, 4);
            return new PictureHeader(Kind.WEBP, 1 + (sizes & 0x3FFF), 1 + ((sizes >>> 14) & 0x3FFF));
        }
        if (bytes.are(12, "VP8 ") && bytes.are(23, 0x9D, 0x01, 0x2A)) {
            return new PictureHeader(Kind.WEBP, bytes.littleEndian(26, 2) & 0x3FFF, bytes.littleEndian(28, 2) & 0x3FFF);
        }
        return new PictureHeader(Kind.WEBP, 0, 0);
    }

    /** Bytes, zeros behind their end. */
    private record Bytes(byte[] content) {
        int at(int index) {
            return index >= 0 && index < content.length ? content[index] & 0xFF : 0;
        }

        boolean are(int from, String ascii) {
            return are(from, ascii.chars().toArray());
        }

        boolean are(int from, int... wanted) {
            for (var index = 0; index < wanted.length; index++) {
                if (at(from + index) != wanted[index]) {
                    return false;
                }
            }
            return true;
        }

        int bigEndian(int from, int length) {
            var number = 0;
            for (var index = 0; index < length; index++) {
                number = number << Byte.SIZE | at(from + index);
            }
            return number;
        }

        int littleEndian(int from, int length) {
            var number = 0;
            for (var index = length - 1; index >= 0; index--) {
                number = number << Byte.SIZE | at(from + index);
            }
            return number;
        }
    }
}
