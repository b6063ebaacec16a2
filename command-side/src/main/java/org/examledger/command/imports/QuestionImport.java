package org.examledger.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.examledger.events.draft.DraftQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What a file of questions turned out to hold.
 *
 * @param format the one it was read as
 * @param encoding of its text
 * @param warnings what concerns the file as a whole
 */
public record QuestionImport(String format, String encoding, List<ImportedItem> items, List<String> warnings) {
    public QuestionImport {
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
     * @param reason when it was skipped
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
            @Nullable String reason,
            List<String> warnings) {
        ImportedItem withId(int id) {
            if (question == null) {
                return this;
            }
            var renumbered = new DraftQuestion(
                    id,
                    question.text(),
                    question.options(),
                    question.correct(),
                    question.multiple(),
                    question.points());
            return new ImportedItem(item, line, file, name, category, outcome, renumbered, reason, warnings);
        }
    }

    /** The same with the ids under which a draft holds what was accepted. */
    QuestionImport withIds(List<Integer> ids) {
        var next = ids.iterator();
        var renumbered = items.stream()
                .map(it -> it.question() == null || !next.hasNext() ? it : it.withId(next.next()))
                .toList();
        return new QuestionImport(format, encoding, renumbered, warnings);
    }

    /** The questions that can be asked, in the file's order. */
    public List<DraftQuestion> accepted() {
        return items.stream()
                .map(ImportedItem::question)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
