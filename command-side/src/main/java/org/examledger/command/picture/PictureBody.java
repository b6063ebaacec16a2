package org.examledger.command.picture;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.examledger.command.http.Checked;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a question on the wire.
 *
 * @param mediaType need not be said; when it is, it must be the one that is kept
 */
public record PictureBody(
        @Nullable String sha256,
        @Nullable String mediaType,
        @Nullable String description) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int MOST = 20;

    /** The pictures of a question or an option; each must be on the shelf. */
    public static @Nullable List<Picture> read(
            @Nullable List<@Nullable PictureBody> bodies, Checked checked, String at, PictureShelf shelf) {
        return bodies == null
                ? null
                : checked.list(at, bodies, MOST).stream()
                        .flatMap(it -> it.read(checked, at, shelf).stream())
                        .toList();
    }

    private Optional<Picture> read(Checked checked, String at, PictureShelf shelf) {
        if (sha256 == null || !SHA_256.matcher(sha256).matches()) {
            checked.against(at + ".sha256", "must be a SHA-256 in 64 lower-case hexadecimal digits");
            return Optional.empty();
        }
        var kept = shelf.mediaTypeOf(sha256);
        if (kept.isEmpty()) {
            checked.against(at + ".sha256", "names no picture that was sent before");
            return Optional.empty();
        }
        if (mediaType != null && !mediaType.equals(kept.get())) {
            checked.against(at + ".mediaType", "is " + kept.get());
        }
        var described = description == null || description.isBlank()
                ? null
                : checked.optionalText(at + ".description", description, LONGEST_DESCRIPTION);
        return Optional.of(new Picture(sha256, kept.get(), described));
    }
}
