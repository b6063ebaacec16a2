package org.examledger.command.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.examledger.command.draft.DraftChanges.Questions;
import org.examledger.command.http.BodyEntries;
import org.examledger.command.http.Checked;
import org.examledger.command.picture.PictureShelf;
import org.examledger.command.question.QuestionBody;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a draft's questions on the wire: one list, or packages; each entry is a question or names a pool. */
final class QuestionsBody {
    private static final int LONGEST_NAME = 200;

    private final BodyEntries entries;
    private final Checked checked;
    private final PictureShelf shelf;
    private final Set<Integer> ids = new HashSet<>();
    private final List<DraftQuestion> written = new ArrayList<>();

    record PackageBody(@Nullable String name, @Nullable JsonNode questions) {}

    record PlaceBody(@Nullable PoolBody pool) {}

    record PoolBody(
            @Nullable String technology,
            @Nullable String level,
            @Nullable Integer count) {}

    private QuestionsBody(BodyEntries entries, Checked checked, PictureShelf shelf) {
        this.entries = entries;
        this.checked = checked;
        this.shelf = shelf;
    }

    /** What a save says of the questions; empty when it says nothing of them. */
    static @Nullable Questions read(
            @Nullable JsonNode questions,
            @Nullable JsonNode packages,
            BodyEntries entries,
            Checked checked,
            PictureShelf shelf) {
        var body = new QuestionsBody(entries, checked, shelf);
        var hasPackages = isFilled(packages);
        if (hasPackages && isFilled(questions)) {
            checked.against("packages", "there are either questions or packages");
        }
        if (packages != null && hasPackages) {
            return body.packages(packages);
        }
        return questions == null ? null : body.list(questions);
    }

    private static boolean isFilled(@Nullable JsonNode list) {
        return list != null && !list.isNull() && !(list.isArray() && list.isEmpty());
    }

    private Questions list(JsonNode list) {
        var pools = list.isNull() ? List.<DraftPool>of() : pools("questions", list);
        return new Questions(List.copyOf(written), pools, List.of());
    }

    private Questions packages(JsonNode list) {
        var packages = new ArrayList<DraftPackage>();
        var index = 0;
        for (var entry : entries.of("packages", list)) {
            var at = "packages[" + index++ + "]";
            PackageBody body = entries.read(at, entry, PackageBody.class);
            if (body != null) {
                packages.add(onePackage(at, body));
            }
        }
        return new Questions(List.copyOf(written), List.of(), List.copyOf(packages));
    }

    private DraftPackage onePackage(String at, PackageBody body) {
        var before = written.size();
        var questions = body.questions();
        var pools =
                questions == null || questions.isNull() ? List.<DraftPool>of() : pools(at + ".questions", questions);
        var own = written.subList(before, written.size()).stream()
                .map(DraftQuestion::id)
                .toList();
        return new DraftPackage(name(at + ".name", body.name()), own, pools);
    }

    /** Reads a list: its questions go to the written ones, its pools are what is returned. */
    private List<DraftPool> pools(String field, JsonNode list) {
        var pools = new ArrayList<DraftPool>();
        var before = written.size();
        var index = 0;
        for (var entry : entries.of(field, list)) {
            var at = field + "[" + index++ + "]";
            if (entry.has("pool")) {
                PlaceBody place = entries.read(at, entry, PlaceBody.class);
                if (place != null) {
                    pools.add(pool(at + ".pool.", place.pool(), written.size() - before));
                }
            } else {
                question(at, entry);
            }
        }
        return List.copyOf(pools);
    }

    private DraftPool pool(String at, @Nullable PoolBody body, int place) {
        return body == null
                ? new DraftPool(null, null, null, place)
                : new DraftPool(
                        name(at + "technology", body.technology()),
                        name(at + "level", body.level()),
                        body.count(),
                        place);
    }

    private @Nullable String name(String at, @Nullable String name) {
        return name == null ? null : checked.optionalText(at, name, LONGEST_NAME);
    }

    private void question(String at, JsonNode entry) {
        QuestionBody body = entries.read(at, entry, QuestionBody.class);
        if (body != null) {
            var question = body.read(checked, at + ".", shelf);
            if (!ids.add(question.id())) {
                checked.against(at + ".id", "is used twice");
            }
            written.add(question);
        }
    }
}
