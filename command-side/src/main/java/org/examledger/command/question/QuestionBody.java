package org.examledger.command.question;

import java.util.List;
import org.examledger.command.http.Checked;
import org.examledger.command.picture.PictureBody;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.jspecify.annotations.Nullable;

/** A question on the wire; only its id must be there, until it is to be complete (see {@link CompleteQuestion}). */
public record QuestionBody(
        @Nullable Integer id,
        @Nullable String text,
        @Nullable List<@Nullable OptionBody> options,
        @Nullable List<@Nullable Integer> correct,
        @Nullable Boolean multiple,
        @Nullable Integer points,
        @Nullable List<@Nullable PictureBody> pictures) {
    private static final int LONGEST_TEXT = 100_000;
    private static final int OPTIONS = 1000;

    public record OptionBody(
            @Nullable Integer id,
            @Nullable String text,
            @Nullable List<@Nullable PictureBody> pictures) {}

    /** @param shelf must have the pictures that it names */
    public DraftQuestion read(Checked checked, String at, PictureShelf shelf) {
        return new DraftQuestion(
                checked.integer(at + "id", id),
                text == null ? null : checked.optionalText(at + "text", text, LONGEST_TEXT),
                options == null ? List.of() : options(checked, at, shelf),
                correct == null ? List.of() : checked.list(at + "correct", correct, OPTIONS),
                multiple,
                points,
                PictureBody.read(pictures, checked, at + "pictures", shelf));
    }

    private List<DraftOption> options(Checked checked, String at, PictureShelf shelf) {
        return checked.list(at + "options", options, OPTIONS).stream()
                .map(option -> new DraftOption(
                        checked.integer(at + "options.id", option.id()),
                        option.text() == null
                                ? null
                                : checked.optionalText(at + "options.text", option.text(), LONGEST_TEXT),
                        PictureBody.read(option.pictures(), checked, at + "options.pictures", shelf)))
                .toList();
    }
}
