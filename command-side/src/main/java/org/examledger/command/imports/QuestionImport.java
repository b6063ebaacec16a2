package org.examledger.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.examledger.command.picture.NewPicture;
import org.examledger.events.draft.DraftQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What a file of questions turned out to hold.
 *
 * @param format the one it was read as
 * @param encoding of its text
 * @param warnings what concerns the file as a whole
 * @param pictures that came with it and that accepted questions show
 */
public record QuestionImport(
        String format, String encoding, List<ImportedItem> items, List<String> warnings, List<NewPicture> pictures) {
    public QuestionImport {
        pictures = List.copyOf(pictures);
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
    }

    /** What became of an item. */
    public enum Outcome {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("skipped")
        SKIPPED
    }

    /**
     * An item of the file.
     *
     * @param item 1 for the first
     * @param line where it begins, in formats that have lines
     * @param file which file of a package holds it
     * @param name as the file calls it
     * @param category under which the file keeps it
     * @param question when it was accepted; ids are counted within the file until it is stored
     * @param reasonCode why it was skipped, in a word that stays the same
     * @param reason the same for people
     * @param warnings what of it is not kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ImportedItem(
            int item,
            @Nullable Integer line,
            @Nullable String file,
            @Nullable String name,
            @Nullable String category,
            Outcome outcome,
            @Nullable DraftQuestion question,
            @Nullable WhySkipped reasonCode,
            @Nullable String reason,
            List<String> warnings) {
        ImportedItem withId(int id) {
            if (question == null) {
                return this;
            }
            return new ImportedItem(
                    item, line, file, name, category, outcome, question.withId(id), reasonCode, reason, warnings);
        }
    }

    /** The same with the ids under which a draft holds what was accepted. */
    QuestionImport withIds(List<Integer> ids) {
        var next = ids.iterator();
        var renumbered = items.stream()
                .map(it -> it.question() == null || !next.hasNext() ? it : it.withId(next.next()))
                .toList();
        return new QuestionImport(format, encoding, renumbered, warnings, pictures);
    }

    /** The questions that can be asked, in the file's order. */
    public List<DraftQuestion> accepted() {
        return items.stream()
                .map(ImportedItem::question)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
