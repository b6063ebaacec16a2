package org.examledger.command.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.examledger.command.handling.Refusal;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.jspecify.annotations.Nullable;

/** What a written question lacks before anybody can be asked it, and what it is once it lacks nothing. */
public final class CompleteQuestion {
    private static final int MOST_POINTS = 1_000_000;

    private final DraftQuestion question;
    private final String at;
    private final List<Refusal.Field> reasons = new ArrayList<>();

    private CompleteQuestion(DraftQuestion question, String at) {
        this.question = question;
        this.at = at;
    }

    /**
     * All that keeps a question from being complete.
     *
     * @param at where it stands, up to and with the dot before its fields
     */
    public static List<Refusal.Field> reasonsAgainst(DraftQuestion question, String at) {
        var complete = new CompleteQuestion(question, at);
        complete.check();
        return complete.reasons;
    }

    /** A question against which there is no reason; multiple choice unless said otherwise when several are right. */
    public static ExamQuestion of(DraftQuestion question) {
        var correct = new HashSet<>(question.correct());
        return new ExamQuestion(
                question.id(),
                Objects.requireNonNullElse(question.text(), ""),
                question.options().stream()
                        .map(it -> new ExamOption(it.id(), Objects.requireNonNullElse(it.text(), ""), it.pictures()))
                        .toList(),
                correct.stream().sorted().toList(),
                question.multiple() != null ? question.multiple() : correct.size() > 1,
                Objects.requireNonNull(question.points()),
                question.pictures());
    }

    private void check() {
        if (question.id() < 1) {
            against("id", "must be a positive number");
        }
        if (isBlank(question.text()) && question.pictures() == null) {
            against("text", "is missing");
        }
        if (question.points() == null || question.points() < 0 || question.points() > MOST_POINTS) {
            against("points", "must be 0 to " + MOST_POINTS);
        }
        checkOptions();
        checkKey();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void checkOptions() {
        if (question.options().size() < 2) {
            against("options", "there must be at least two");
        }
        var ids = new HashSet<Integer>();
        for (DraftOption option : question.options()) {
            if (option.id() < 1 || !ids.add(option.id())) {
                against("options", "each needs a positive id of its own");
            }
            if (isBlank(option.text()) && option.pictures() == null) {
                against("options", "option " + option.id() + " has no text");
            }
        }
    }

    private void checkKey() {
        var ids = question.options().stream().map(DraftOption::id).toList();
        var right = new HashSet<>(question.correct());
        if (right.isEmpty()) {
            against("correct", "there must be at least one right option");
        }
        if (!ids.containsAll(right)) {
            against("correct", "names an option that the question does not have");
        }
    }

    private void against(String field, String message) {
        reasons.add(new Refusal.Field(at + field, message));
    }
}
