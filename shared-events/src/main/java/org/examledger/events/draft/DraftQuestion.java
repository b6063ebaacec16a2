package org.examledger.events.draft;

import java.util.List;
import java.util.stream.Stream;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;

/**
 * A question as far as it is written; only its id is certain.
 *
 * @param pictures shown behind the text, in this order
 */
public record DraftQuestion(
        int id,
        @Nullable String text,
        List<DraftOption> options,
        List<Integer> correct,
        @Nullable Boolean multiple,
        @Nullable Integer points,
        @Nullable List<Picture> pictures) {
    public DraftQuestion {
        options = List.copyOf(options);
        correct = List.copyOf(correct);
        pictures = Picture.listed(pictures);
    }

    public DraftQuestion(
            int id,
            @Nullable String text,
            List<DraftOption> options,
            List<Integer> correct,
            @Nullable Boolean multiple,
            @Nullable Integer points) {
        this(id, text, options, correct, multiple, points, null);
    }

    public DraftQuestion withId(int other) {
        return new DraftQuestion(other, text, options, correct, multiple, points, pictures);
    }

    /** The question's own pictures, then those of its options. */
    public Stream<Picture> allPictures() {
        return Stream.concat(
                Picture.all(pictures).stream(), options.stream().flatMap(it -> Picture.all(it.pictures()).stream()));
    }
}
