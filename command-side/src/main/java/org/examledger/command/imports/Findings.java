package org.examledger.command.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.examledger.command.handling.Refusal;
import org.examledger.command.http.Checked;
import org.examledger.command.imports.QuestionImport.ImportedItem;
import org.examledger.command.imports.QuestionImport.Outcome;
import org.examledger.command.question.CompleteQuestion;
import org.examledger.command.question.QuestionBody;
import org.examledger.events.draft.DraftQuestion;
import org.jspecify.annotations.Nullable;

/** Collects what a reader finds; the one gate through which a question of whatever format has to come. */
final class Findings {
    static final int MOST_ITEMS = 5_000;

    /** What is stored must stay well below what a later save of the whole draft may hold. */
    private static final long MOST_TEXT = 4L << 20;

    private final BroughtPictures pictures;
    private final List<ImportedItem> items = new ArrayList<>();
    private final Notes notes = new Notes();
    private int accepted;
    private long text;

    Findings(BroughtPictures pictures) {
        this.pictures = pictures;
    }

    /** An item of a file, read as far as it goes. */
    interface Reading {
        Choice read(Notes notes) throws CannotBeAsked, UnreadableFile;
    }

    void item(Place place, Reading reading) throws UnreadableFile {
        var kept = new Notes();
        try {
            accept(place, reading.read(kept).numbered(accepted + 1), kept);
        } catch (CannotBeAsked refused) {
            skip(place, refused.code(), refused.why(), kept);
        }
    }

    void accept(Place place, QuestionBody body, Notes kept) throws UnreadableFile {
        var checked = new Checked();
        var question = body.read(checked, "", pictures);
        var reasons = new ArrayList<>(checked.wrong());
        reasons.addAll(CompleteQuestion.reasonsAgainst(question, ""));
        if (reasons.isEmpty()) {
            accepted++;
            count(question);
            add(place, question, null, null, kept);
        } else {
            skip(place, WhySkipped.INCOMPLETE, said(reasons), kept);
        }
    }

    void skip(Place place, WhySkipped code, String reason, Notes kept) throws UnreadableFile {
        add(place, null, code, Said.shortly(reason), kept);
    }

    /** Says something of the file as a whole. */
    void note(String note) {
        notes.add(note);
    }

    /** For texts without files of their own. */
    Album album() {
        return new Album(pictures, PictureSource.NOTHING);
    }

    BroughtPictures pictures() {
        return pictures;
    }

    int accepted() {
        return accepted;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    QuestionImport report(FileFormat format, String encoding) {
        var accepted = items.stream()
                .map(ImportedItem::question)
                .flatMap(Stream::ofNullable)
                .toList();
        return new QuestionImport(format.word(), encoding, items, notes.all(), pictures.shownBy(accepted));
    }

    private static String said(List<Refusal.Field> reasons) {
        return reasons.stream()
                .map(it -> it.field() + " " + it.message())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private void count(DraftQuestion question) throws UnreadableFile {
        text += bytes(question.text());
        question.options().forEach(it -> text += bytes(it.text()));
        if (text > MOST_TEXT) {
            throw new UnreadableFile("holds more than " + (MOST_TEXT >> 20) + " MiB of questions; divide it");
        }
    }

    private static int bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private void add(
            Place place,
            @Nullable DraftQuestion question,
            @Nullable WhySkipped code,
            @Nullable String reason,
            Notes kept)
            throws UnreadableFile {
        if (items.size() == MOST_ITEMS) {
            throw new UnreadableFile("holds more than " + MOST_ITEMS + " items; divide it");
        }
        items.add(new ImportedItem(
                items.size() + 1,
                place.line(),
                place.file(),
                place.name(),
                place.category(),
                question == null ? Outcome.SKIPPED : Outcome.ACCEPTED,
                question,
                code,
                reason,
                kept.all()));
    }
}
