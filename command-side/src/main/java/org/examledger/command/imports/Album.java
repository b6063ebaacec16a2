package org.examledger.command.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;

/** Takes the pictures that a text names: from the files that came with it, or from the text itself. Nothing is fetched. */
final class Album {
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)^(?:[a-z][a-z0-9+.-]*:|//).*", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("(?i)^data:([^,]{0,200}),(.*)$", Pattern.DOTALL);

    /** In front of the number of a picture that was taken out of its text. */
    static final String INLINED = "data:inlined,";

    private final BroughtPictures brought;
    private final PictureSource source;
    private final List<String> inlined;

    Album(BroughtPictures brought, PictureSource source) {
        this(brought, source, List.of());
    }

    private Album(BroughtPictures brought, PictureSource source, List<String> inlined) {
        this.brought = brought;
        this.source = source;
        this.inlined = inlined;
    }

    Album from(PictureSource other) {
        return new Album(brought, other, inlined);
    }

    /** @param data what was taken out of the text; {@link #INLINED} and its number stand there instead */
    Album inlining(List<String> data) {
        return new Album(brought, source, data);
    }

    /** @throws CannotBeAsked when it cannot be kept; the message goes on from "a picture" */
    Picture take(String reference, @Nullable String description) throws CannotBeAsked {
        return brought.take(bytes(reference.strip()), description);
    }

    private byte[] bytes(String written) throws CannotBeAsked {
        var number = written.startsWith(INLINED) ? written.substring(INLINED.length()) : "";
        var reference = number.matches("[0-9]{1,6}") && Integer.parseInt(number) < inlined.size()
                ? inlined.get(Integer.parseInt(number))
                : written;
        var data = DATA.matcher(reference);
        if (data.matches()) {
            return decoded(data.group(1), data.group(2));
        }
        var file = source.file(reference);
        if (file.length > 0) {
            return file;
        }
        if (ELSEWHERE.matcher(reference).matches()) {
            throw new CannotBeAsked(WhySkipped.PICTURE_ELSEWHERE, "is at another place (" + reference + ")");
        }
        throw new CannotBeAsked(WhySkipped.PICTURE_MISSING, "did not come with the file (" + reference + ")");
    }

    /** RFC 2397; what it calls itself says nothing. */
    private static byte[] decoded(String type, String data) throws CannotBeAsked {
        try {
            return type.toLowerCase(Locale.ROOT).strip().endsWith(";base64")
                    ? base64(URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.US_ASCII))
                    : URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                            .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException malformed) {
            throw new CannotBeAsked(WhySkipped.PICTURE_KIND, "is written in no way that can be read");
        }
    }

    /** Line breaks in it are usual. */
    static byte[] base64(String text) {
        return Base64.getMimeDecoder().decode(text);
    }
}
