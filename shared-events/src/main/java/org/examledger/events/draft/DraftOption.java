package org.examledger.events.draft;

import java.util.List;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;

/**
 * An option as far as it is written.
 *
 * @param pictures shown behind the text, in this order
 */
public record DraftOption(
        int id, @Nullable String text, @Nullable List<Picture> pictures) {
    public DraftOption {
        pictures = Picture.listed(pictures);
    }

    public DraftOption(int id, @Nullable String text) {
        this(id, text, null);
    }
}
