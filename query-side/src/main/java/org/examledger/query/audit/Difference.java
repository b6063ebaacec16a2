package org.examledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became otherwise in a session from one moment to another.
 *
 * @param changed what is not an answer, by its name in the state
 * @param answers by question, only those that differ
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Difference(PastState from, PastState to, List<Changed> changed, List<ChangedAnswer> answers) {

    record Changed(
            String field, @Nullable Object before, @Nullable Object after) {}

    /** No options stand for a question that was not answered, or cleared. */
    record ChangedAnswer(int questionId, List<Integer> before, List<Integer> after) {}

    static Difference between(PastState from, PastState to) {
        return new Difference(from, to, changedIn(from, to), answersIn(from, to));
    }

    private static List<Changed> changedIn(PastState from, PastState to) {
        var changed = new ArrayList<Changed>();
        compare(changed, "status", from.resume().status(), to.resume().status());
        compare(changed, "attempt", from.resume().attempt(), to.resume().attempt());
        compare(changed, "epoch", from.resume().epoch(), to.resume().epoch());
        compare(changed, "pageIndex", from.resume().pageIndex(), to.resume().pageIndex());
        compare(changed, "answered", from.resume().answered(), to.resume().answered());
        compare(
                changed,
                "deadline",
                text(from.resume().deadline()),
                text(to.resume().deadline()));
        compare(changed, "points", from.points(), to.points());
        compare(changed, "maximum", from.maximum(), to.maximum());
        compare(changed, "score", from.score(), to.score());
        compare(changed, "passed", from.passed(), to.passed());
        compare(
                changed,
                "keyVersion",
                from.computedFrom().keyVersion(),
                to.computedFrom().keyVersion());
        return changed;
    }

    private static void compare(List<Changed> changed, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(new Changed(field, before, after));
        }
    }

    private static @Nullable String text(@Nullable Object instant) {
        return instant == null ? null : instant.toString();
    }

    private static List<ChangedAnswer> answersIn(PastState from, PastState to) {
        var before = from.resume().answers();
        var after = to.resume().answers();
        var questions = new TreeSet<>(before.keySet());
        questions.addAll(after.keySet());
        return questions.stream()
                .map(id -> new ChangedAnswer(id, before.getOrDefault(id, List.of()), after.getOrDefault(id, List.of())))
                .filter(it -> !it.before().equals(it.after()))
                .toList();
    }
}
