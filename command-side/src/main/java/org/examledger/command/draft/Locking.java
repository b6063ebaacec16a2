package org.examledger.command.draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.examledger.command.handling.Refusal;
import org.examledger.command.pool.PoolsAtHand;
import org.examledger.command.question.CompleteQuestion;
import org.examledger.events.rules.OpeningTimes;
import org.examledger.events.rules.PoolName;
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
    private final PoolsAtHand pools;
    private final Map<PoolName, Integer> drawnSoFar = new HashMap<>();
    private final List<Refusal.Field> reasons = new ArrayList<>();

    private Locking(DraftState draft, ExamDefaults defaults, PoolsAtHand pools) {
        this.draft = draft;
        this.defaults = defaults;
        this.pools = pools;
    }

    static List<Refusal.Field> reasonsAgainst(DraftState draft, ExamDefaults defaults, PoolsAtHand pools) {
        var locking = new Locking(draft, defaults, pools);
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
                && !draft.fields().containsKey("windowEndsAt")) {
            against("timerPolicy", "ACTIVE_TIME needs windowEndsAt, which ends the sessions (R10)");
        }
        if (draft.workers().size() > MOST_WORKERS) {
            against("workers", "there must be at most " + MOST_WORKERS);
        }
        draft.workers().values().stream()
                .filter(it -> it.extraMinutes() < 0 || it.extraMinutes() > LONGEST_EXAM_MINUTES)
                .findAny()
                .ifPresent(it -> against("workers", "extraMinutes must be 0 to " + LONGEST_EXAM_MINUTES));
        reasons.addAll(NumbersOfDraft.reasonsAgainst(draft));
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
        var lists = draft.lists();
        var whole = draft.packages().isEmpty() ? "questions" : "packages";
        var count = lists.stream().mapToLong(QuestionList::size).sum();
        if (count < 1 || count > MOST_QUESTIONS) {
            against(whole, "there must be 1 to " + MOST_QUESTIONS + " questions");
        }
        for (var list : lists) {
            checkPackage(list);
            for (var index = 0; index < list.entries().size(); index++) {
                check(list.entries().get(index), list.at() + "[" + index + "].");
            }
        }
    }

    private void checkPackage(QuestionList list) {
        if (!draft.packages().isEmpty()) {
            if (list.name() == null || list.name().isBlank()) {
                against(list.at().replace(".questions", ".name"), "is missing");
            }
            if (list.size() == 0) {
                against(list.at(), "there must be at least one");
            }
        }
    }

    private void check(QuestionList.Entry entry, String at) {
        switch (entry) {
            case QuestionList.Written written ->
                reasons.addAll(CompleteQuestion.reasonsAgainst(written.question(), at));
            case QuestionList.FromPool drawn -> check(drawn, at + "pool");
        }
    }

    private void check(QuestionList.FromPool drawn, String at) {
        var count = drawn.pool().count();
        var name = drawn.name();
        if (name.isEmpty()) {
            against(at, "needs a technology and a level");
        }
        if (count == null || count < 1 || count > MOST_QUESTIONS) {
            against(at + ".count", "must be 1 to " + MOST_QUESTIONS);
        } else if (name.isPresent()) {
            var needed = drawnSoFar.merge(name.get(), count, Integer::sum);
            var held = pools.questionsOf(name.get()).size();
            if (needed > held) {
                against(at, "has " + held + " questions, " + needed + " are needed");
            }
        }
    }

    private void against(String field, String message) {
        reasons.add(new Refusal.Field(field, message));
    }
}
