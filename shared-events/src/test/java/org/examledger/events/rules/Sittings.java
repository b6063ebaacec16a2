package org.examledger.events.rules;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;

/** Facts of one session, as tests need them: nine questions of four options, two on a page. */
final class Sittings {
    static final int QUESTIONS = 9;
    static final int OPTIONS = 4;
    static final int PAGES = 5;
    static final UUID SESSION = UUID.fromString("5e550000-0000-4000-8000-000000000001");
    static final UUID EXAM = UUID.fromString("e8a00000-0000-4000-8000-000000000002");
    static final Instant OPENS = Instant.parse("2026-12-01T08:00:00Z");
    static final Instant STARTED = Instant.parse("2026-12-01T08:05:00Z");
    static final int DURATION_SECONDS = 3_660;
    static final int GRACE_SECONDS = 90;
    static final Instant DEADLINE = STARTED.plusSeconds(DURATION_SECONDS);

    private Sittings() {}

    static SessionAssigned assigned() {
        var questions = IntStream.rangeClosed(1, QUESTIONS)
                .mapToObj(id -> new PaperQuestion(id, List.of(1, 2, 3, 4), true, 10))
                .toList();
        return new SessionAssigned(
                SESSION,
                EXAM,
                "p-17",
                1,
                new Paper(questions, 2, "c0ffee"),
                new Timing(OPENS, null, "UTC", DURATION_SECONDS, GRACE_SECONDS, TimerPolicy.WALL_CLOCK, null),
                55,
                UUID.fromString("c0000000-0000-4000-8000-000000000003"));
    }

    static SessionStarted started() {
        return new SessionStarted(1, "tab-1", null, DEADLINE, null);
    }

    static SessionResumed resumed(int epoch) {
        return new SessionResumed(epoch, "tab-" + epoch, "phone", null);
    }

    static AnswerSelected selected(int epoch, long clientSeq, int questionId, int pageIndex, Integer... optionIds) {
        return new AnswerSelected(questionId, List.of(optionIds), pageIndex, epoch, clientSeq, null, null);
    }

    static AnswerSuperseded superseded(int epoch, long clientSeq, int questionId, int pageIndex, Integer... optionIds) {
        return new AnswerSuperseded(questionId, List.of(optionIds), pageIndex, epoch, clientSeq, null, null);
    }

    static PageChanged page(int epoch, long clientSeq, int pageIndex) {
        return new PageChanged(pageIndex, epoch, clientSeq, null, null);
    }
}
