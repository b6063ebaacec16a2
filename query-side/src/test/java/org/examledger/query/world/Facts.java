package org.examledger.query.world;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;

/**
 * Facts of an exam with four questions, two a page: question 11 (2 points, right: 1), 12 (3 points, right: 2 and 3,
 * multiple), 13 (4 points, right: 4), 14 (5 points, right: 1). It opens on 2026-05-04 at 08:00 UTC and lasts an hour,
 * with two minutes of grace; it is passed with 50 percent.
 */
public final class Facts {
    public static final Instant OPENS = Instant.parse("2026-05-04T08:00:00Z");
    public static final Instant WINDOW_ENDS = Instant.parse("2026-05-04T18:00:00Z");
    public static final int DURATION_SECONDS = 3600;

    private Facts() {}

    public static ExamLocked examLocked(String title, boolean reviewAfterEnd) {
        return new ExamLocked(
                UUID.randomUUID(),
                title,
                "Category of " + title,
                "2026-05-04T08:00",
                "2026-05-04T18:00",
                "UTC",
                60,
                120,
                50,
                2,
                TimerPolicy.WALL_CLOCK,
                true,
                reviewAfterEnd,
                List.of(
                        question(11, List.of(1), false, 2),
                        question(12, List.of(2, 3), true, 3),
                        question(13, List.of(4), false, 4),
                        question(14, List.of(1), false, 5)),
                null,
                77L,
                null,
                null);
    }

    /** The same exam without an end of its window. */
    public static ExamLocked openEnded(String title) {
        var exam = examLocked(title, false);
        return new ExamLocked(
                exam.examId(),
                exam.title(),
                exam.category(),
                "2026-05-05",
                null,
                "Europe/Berlin",
                exam.durationMinutes(),
                exam.graceSeconds(),
                exam.passPercentage(),
                exam.questionsPerPage(),
                exam.timerPolicy(),
                exam.silentMayResume(),
                exam.reviewAfterEnd(),
                exam.questions(),
                exam.packages(),
                exam.seed(),
                exam.accessToken(),
                null);
    }

    private static ExamQuestion question(int id, List<Integer> correct, boolean multiple, int points) {
        var options = List.of(1, 2, 3, 4).stream()
                .map(option -> new ExamOption(option, "Option " + option + " of " + id))
                .toList();
        return new ExamQuestion(id, "Question " + id + "?", options, correct, multiple, points);
    }

    public static SessionAssigned assigned(UUID sessionId, UUID examId, String person) {
        return assigned(sessionId, examId, person, TimerPolicy.WALL_CLOCK);
    }

    public static SessionAssigned assigned(UUID sessionId, UUID examId, String person, TimerPolicy timer) {
        var paper = new Paper(
                List.of(
                        new PaperQuestion(13, List.of(4, 3, 2, 1), false, 4),
                        new PaperQuestion(11, List.of(1, 2, 3, 4), false, 2),
                        new PaperQuestion(14, List.of(2, 1, 4, 3), false, 5),
                        new PaperQuestion(12, List.of(1, 2, 3, 4), true, 3)),
                2,
                "hash-of-paper");
        return new SessionAssigned(sessionId, examId, person, 1, paper, timing(timer), 50, UUID.randomUUID());
    }

    /** Another attempt, without question 13, one question a page, passed with 60 percent. */
    public static SessionReset reset(int attempt, TimerPolicy timer) {
        var paper = new Paper(
                List.of(
                        new PaperQuestion(12, List.of(3, 2, 1, 4), true, 3),
                        new PaperQuestion(14, List.of(1, 2, 3, 4), false, 5),
                        new PaperQuestion(11, List.of(1, 2, 3, 4), false, 2)),
                1,
                "hash-of-another-paper");
        return new SessionReset("power cut", attempt, paper, timing(timer), 60, null);
    }

    private static Timing timing(TimerPolicy timer) {
        return new Timing(OPENS, WINDOW_ENDS, "UTC", DURATION_SECONDS, 120, timer, null);
    }

    public static SessionStarted started(int epoch, Instant at) {
        return new SessionStarted(epoch, "client-" + epoch, null, at.plusSeconds(DURATION_SECONDS), null);
    }

    public static AnswerSelected answer(int questionId, List<Integer> optionIds, int page, int epoch, long seq) {
        return new AnswerSelected(questionId, optionIds, page, epoch, seq, null, null);
    }

    public static PageChanged page(int pageIndex, int epoch, long seq) {
        return new PageChanged(pageIndex, epoch, seq, null, null);
    }

    public static SessionSubmitted submitted(int epoch, long seq) {
        return new SessionSubmitted(epoch, seq, seq - 1, null);
    }
}
