package org.examledger.command.draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import org.examledger.command.handling.Refusal;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.rules.OpeningTimes;
import org.jspecify.annotations.Nullable;

/** What keeps a draft from being locked, as one complete list. */
final class Locking {
    /** Each worker's session holds the whole paper, so both numbers bound what one lock can put into the log. */
    private static final int MOST_QUESTIONS = 1_000;

    private static final int MOST_WORKERS = 20_000;
    private static final int LONGEST_EXAM_MINUTES = 366 * 24 * 60;

    /** Instants that every database and every client can hold, with room for a duration behind them. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9998-12-31T23:59:59Z");

    private final DraftState draft;
    private final ExamDefaults defaults;
    private final List<Refusal.Field> reasons = new ArrayList<>();

    private Locking(DraftState draft, ExamDefaults defaults) {
        this.draft = draft;
        this.defaults = defaults;
    }

    static List<Refusal.Field> reasonsAgainst(DraftState draft, ExamDefaults defaults) {
        var locking = new Locking(draft, defaults);
        locking.checkFields();
        locking.checkTimes();
        locking.checkQuestions();
        return List.copyOf(locking.reasons);
    }

    private void checkFields() {
        if (!(draft.fields().get("title") instanceof String title) || title.isBlank()) {
            against("title", "is missing");
        }
        checkNumber("durationMinutes", true, 1, LONGEST_EXAM_MINUTES);
        checkNumber("passPercentage", true, 0, 100);
        checkNumber("questionsPerPage", false, 1, 1000);
        checkNumber("graceSeconds", false, 0, 3600);
        if ("ACTIVE_TIME".equals(draft.fields().get("timerPolicy"))
                && draft.fields().get("windowEndsAt") == null) {
            against("windowEndsAt", "is missing; where only active time counts, it ends the exam");
        }
        if (draft.workers().size() > MOST_WORKERS) {
            against("workers", "there must be at most " + MOST_WORKERS);
        }
        draft.workers().values().stream()
                .filter(it -> it.extraMinutes() < 0 || it.extraMinutes() > LONGEST_EXAM_MINUTES)
                .findAny()
                .ifPresent(it -> against("workers", "extraMinutes must be 0 to " + LONGEST_EXAM_MINUTES));
    }

    private void checkNumber(String field, boolean required, int least, int most) {
        var value = draft.fields().get(field);
        if (value == null && required) {
            against(field, "is missing");
        } else if (value instanceof Integer number && (number < least || number > most)) {
            against(field, "must be " + least + " to " + most);
        }
    }

    private void checkTimes() {
        ZoneId zone;
        try {
            zone = ZoneId.of((String) draft.fields().getOrDefault("zone", defaults.zone()));
        } catch (DateTimeException unknown) {
            against("zone", "is not a known time zone");
            return;
        }
        if (!draft.fields().containsKey("opensAt")) {
            against("opensAt", "is missing");
        }
        var opens = checkTime("opensAt", zone, OpeningTimes::opening);
        var ends = checkTime("windowEndsAt", zone, OpeningTimes::ending);
        if (opens != null && ends != null && !ends.isAfter(opens)) {
            against("windowEndsAt", "must be after opensAt");
        }
    }

    private @Nullable Instant checkTime(String field, ZoneId zone, BiFunction<String, ZoneId, Instant> resolve) {
        if (!(draft.fields().get(field) instanceof String text)) {
            return null;
        }
        try {
            var instant = resolve.apply(text, zone);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                against(field, "must be between the years 1970 and 9998");
            }
            return instant;
        } catch (DateTimeException unreadable) {
            against(field, "must be a date (2026-12-01) or a date-time (2026-12-01T08:00)");
            return null;
        }
    }

    private void checkQuestions() {
        var questions = draft.questions();
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            against("questions", "there must be 1 to " + MOST_QUESTIONS);
        }
        for (var index = 0; index < questions.size(); index++) {
            check(questions.get(index), "questions[" + index + "].");
        }
    }

    private void check(DraftQuestion question, String at) {
        if (question.id() < 1) {
            against(at + "id", "must be a positive number");
        }
        if (question.text() == null || question.text().isBlank()) {
            against(at + "text", "is missing");
        }
        if (question.points() == null || question.points() < 0 || question.points() > 1_000_000) {
            against(at + "points", "must be 0 to 1000000");
        }
        checkOptions(question, at);
        checkKey(question, at);
    }

    private void checkOptions(DraftQuestion question, String at) {
        if (question.options().size() < 2) {
            against(at + "options", "there must be at least two");
        }
        var ids = new HashSet<Integer>();
        for (DraftOption option : question.options()) {
            if (option.id() < 1 || !ids.add(option.id())) {
                against(at + "options", "each needs a positive id of its own");
            }
            if (option.text() == null || option.text().isBlank()) {
                against(at + "options", "option " + option.id() + " has no text");
            }
        }
    }

    private void checkKey(DraftQuestion question, String at) {
        var ids = question.options().stream().map(DraftOption::id).toList();
        if (question.correct().isEmpty()) {
            against(at + "correct", "there must be at least one right option");
        }
        if (!ids.containsAll(question.correct())) {
            against(at + "correct", "names an option that the question does not have");
        }
    }

    private void against(String field, String message) {
        reasons.add(new Refusal.Field(field, message));
    }
}
