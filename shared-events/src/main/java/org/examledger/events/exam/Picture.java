package org.examledger.events.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture that belongs to a question or an option. Its bytes are kept beside the log under their hash, so that whoever
 * has them can prove that they are what was shown.
 *
 * @param sha256 of the bytes, in lower-case hexadecimal
 * @param mediaType what the bytes are: {@code image/png}, {@code image/jpeg}, {@code image/gif} or {@code image/webp}
 * @param description what somebody reads who cannot see it
 */
public record Picture(
        String sha256, String mediaType, @Nullable String description) {
    /** No pictures are absent, so that facts without any are written as they always were. */
    public static @Nullable List<Picture> listed(@Nullable List<Picture> pictures) {
        return pictures == null || pictures.isEmpty() ? null : List.copyOf(pictures);
    }

    /** The pictures, none when they are absent. */
    public static List<Picture> all(@Nullable List<Picture> pictures) {
        return pictures == null ? List.of() : pictures;
    }
}
