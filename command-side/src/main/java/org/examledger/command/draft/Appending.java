package org.examledger.command.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftQuestion;
import org.jspecify.annotations.Nullable;

/** Questions that come to those a draft has: behind its list, or behind those of one of its packages. */
final class Appending {
    /** Behind the highest id there is always room, unless somebody chose one like this. */
    private static final int HIGH = 1_000_000_000;

    private Appending() {}

    /** Why a draft cannot take them. */
    static Optional<Refusal> refusalOf(DraftState draft, DraftChanges.@Nullable Appendix appendix) {
        if (appendix == null) {
            return Optional.empty();
        }
        var name = appendix.toPackage();
        var names = draft.packages().stream().map(DraftPackage::name).toList();
        if (name == null) {
            return names.isEmpty() ? Optional.empty() : Optional.of(refusal("is missing: the draft has packages"));
        }
        var found = names.stream().filter(name::equals).count();
        return found == 1
                ? Optional.empty()
                : Optional.of(refusal(found == 0 ? "is not in the draft" : "names several packages of the draft"));
    }

    private static Refusal refusal(String message) {
        return Refusal.of(
                Code.INVALID_REQUEST, "The request is not valid.", List.of(new Refusal.Field("package", message)));
    }

    /** All questions the draft has then. */
    static DraftChanges.Questions after(DraftState draft, DraftChanges.Appendix appendix) {
        var added = numbered(draft, appendix.questions());
        if (draft.packages().isEmpty()) {
            return new DraftChanges.Questions(
                    Stream.concat(draft.questions().stream(), added.stream()).toList(), draft.pools(), List.of());
        }
        var packages = new ArrayList<DraftPackage>();
        var written = new ArrayList<DraftQuestion>();
        for (var it : draft.packages()) {
            var more = it.name() != null && it.name().equals(appendix.toPackage()) ? added : List.<DraftQuestion>of();
            var ids = Stream.concat(it.questionIds().stream(), more.stream().map(DraftQuestion::id));
            packages.add(new DraftPackage(it.name(), ids.toList(), it.pools()));
            it.questionIds().stream().map(draft.questionsById()::get).forEach(written::add);
            written.addAll(more);
        }
        return new DraftChanges.Questions(written, draft.pools(), packages);
    }

    private static List<DraftQuestion> numbered(DraftState draft, List<DraftQuestion> questions) {
        var used = draft.questionsById().keySet();
        var highest = used.stream().mapToInt(it -> it).max().orElse(0);
        var free = IntStream.iterate(highest < HIGH ? Math.max(0, highest) + 1 : 1, id -> id + 1)
                .filter(id -> !used.contains(id))
                .iterator();
        return questions.stream().map(it -> it.withId(free.nextInt())).toList();
    }
}
