package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.examledger.command.picture.PictureBody;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;

/**
 * A text and the pictures that stood in it.
 *
 * @param pictures in the order in which they stood
 */
record RichText(String text, List<Picture> pictures) {
    RichText {
        pictures = List.copyOf(pictures);
    }

    static RichText plain(String text) {
        return new RichText(text, List.of());
    }

    /** Both, as paragraphs of one text. */
    RichText and(RichText other) {
        var texts = Stream.of(text, other.text).filter(it -> !it.isEmpty()).collect(Collectors.joining("\n\n"));
        return new RichText(
                texts, Stream.concat(pictures.stream(), other.pictures.stream()).toList());
    }

    RichText withText(String other) {
        return new RichText(other, pictures);
    }

    /** As the API takes them. */
    @Nullable
    List<@Nullable PictureBody> bodies() {
        var bodies = new ArrayList<@Nullable PictureBody>();
        pictures.forEach(it -> bodies.add(new PictureBody(it.sha256(), it.mediaType(), it.description())));
        return bodies.isEmpty() ? null : bodies;
    }
}
