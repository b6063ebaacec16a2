package org.examledger.query.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.rules.Scoring;
import org.examledger.events.rules.SessionState;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.SessionFact;
import org.examledger.query.feed.Readings;
import org.examledger.query.life.Sessions;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.RandomStory;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.examledger.query.world.TestLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R14: a corrected key has every session of the exam scored again, whatever goes on meanwhile. */
@QuerySideTest
class RescoringTest {
    @Autowired
    private Story story;

    @Autowired
    private TestLog log;

    @Autowired
    private Browser browser;

    @Autowired
    private Readings readings;

    @Autowired
    private Rescorings rescorings;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    /** While the story is told, projections and chunks run beside it, so corrections meet answers in every order. */
    @Test
    void corrected_while_answers_go_on_each_score_is_the_one_that_the_newest_key_gives() {
        for (int time = 0; time < 5; time++) {
            var seed = new Random().nextLong();
            System.out.println("Seed of the story whose scores are checked: " + seed);
            var before = log.head();
            new RandomStory(story, new Random(seed)).tell(8, 300);
            awaitScores();

            var states = new HashMap<UUID, SessionState>();
            var keys = new HashMap<UUID, Map<Integer, ExamQuestion>>();
            var versions = new HashMap<UUID, Integer>();
            for (var recorded : log.between(before, log.head())) {
                switch (recorded.fact()) {
                    case SessionFact it ->
                        states.computeIfAbsent(recorded.id(), id -> new SessionState())
                                .evolve(it, recorded.at());
                    case ExamLocked it -> {
                        var key = new HashMap<Integer, ExamQuestion>();
                        it.questions().forEach(question -> key.put(question.id(), question));
                        keys.put(it.examId(), key);
                        versions.put(it.examId(), 1);
                    }
                    case AnswerKeyCorrected it -> {
                        versions.put(recorded.id(), it.keyVersion());
                        keys.getOrDefault(recorded.id(), Map.of())
                                .computeIfPresent(it.questionId(), (id, question) -> with(question, it.correct()));
                    }
                    default -> {}
                }
            }
            states.forEach((id, state) -> assertThat(scoreOf(id, state.attempt()))
                    .as("seed %s, session %s", seed, id)
                    .isEqualTo(expected(
                            state,
                            keys.getOrDefault(state.examId(), Map.of()),
                            versions.getOrDefault(state.examId(), 0))));
        }
    }

    private static ExamQuestion with(ExamQuestion question, List<Integer> correct) {
        return new ExamQuestion(
                question.id(), question.text(), question.options(), correct, question.multiple(), question.points());
    }

    private static Totals expected(SessionState state, Map<Integer, ExamQuestion> key, int version) {
        var points = new HashMap<Integer, Integer>();
        state.answers().forEach((question, answer) -> {
            var right = key.get(question);
            if (right != null && Scoring.isRight(answer.optionIds(), right.correct(), right.multiple())) {
                points.put(question, right.points());
            }
        });
        var asked = state.paper().questions().stream()
                .map(PaperQuestion::questionId)
                .toList();
        var maximum = asked.stream()
                .map(key::get)
                .filter(it -> !it.correct().isEmpty())
                .mapToInt(ExamQuestion::points)
                .sum();
        return new Totals(points.values().stream().mapToInt(it -> it).sum(), maximum, state.answered(), version);
    }

    private Totals scoreOf(UUID sessionId, int attempt) {
        return jdbc.sql("SELECT points, maximum, answered, key_version FROM response_score"
                        + " WHERE session_id = ? AND attempt = ?")
                .param(sessionId)
                .param(attempt)
                .query((row, number) -> new Totals(row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4)))
                .single();
    }

    private record Totals(long points, long maximum, int answered, int keyVersion) {}

    private void awaitScores() {
        assertThat(readings.read(List.of(Sessions.MODEL, Scores.MODEL), Long.toString(story.head()), () -> "there"))
                .isNotNull();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("""
                                SELECT count(*) FROM response_score JOIN response_exam USING (exam_id)
                                WHERE response_score.key_version < response_exam.key_version
                                """).query(Long.class).single() == 0);
    }

    @Test
    void many_sessions_are_scored_again_in_chunks_and_hc_sees_how_far_it_is() {
        var exam = story.exam("Many");
        var count = 2 * ResponsesProjection.CHUNK + 7;
        var last = exam;
        for (int number = 0; number < count; number++) {
            last = story.started(exam, "p-" + number, Facts.OPENS);
            story.session(last, Facts.answer(13, List.of(4), 0, 1, 1), Facts.OPENS.plusSeconds(1));
            story.session(last, Facts.submitted(1, 2), Facts.OPENS.plusSeconds(2));
        }
        awaitScores();
        var correction = new AnswerKeyCorrected(13, List.of(1), 2, "typing error", null);
        story.exam(exam, correction, Facts.OPENS.plusSeconds(3));

        clock.set(Facts.OPENS.plusSeconds(6));
        // Who clicks meanwhile is seen on the monitor as soon as ever.
        var running = story.started(exam, "p-running", Facts.OPENS.plusSeconds(4));
        story.session(running, Facts.answer(11, List.of(1), 0, 1, 1), Facts.OPENS.plusSeconds(5));
        assertThat(browser.get("hc:hc-9", "/exams/" + exam + "/monitor?status=IN_PROGRESS"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows[0].answered")
                .isEqualTo(1);
        // A single result is by the newest key as soon as the correction is read.
        var result = browser.get("hc:hc-9", "/sessions/" + last + "/result");
        assertThat(result).bodyJson().extractingPath("$.score").isEqualTo(0);
        assertThat(result).bodyJson().extractingPath("$.previous[0].score").isEqualTo(4);
        awaitScores();
        assertThat(rescorings.of(exam)).contains(new Rescorings.Progress(2, count + 1, count + 1));
        assertThat(browser.get("hc:hc-9", "/exams/" + exam))
                .bodyJson()
                .extractingPath("$.rescoring.done")
                .isEqualTo(count + 1);
    }
}
