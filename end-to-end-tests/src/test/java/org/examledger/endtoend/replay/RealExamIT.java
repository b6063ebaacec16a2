package org.examledger.endtoend.replay;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.examledger.endtoend.client.AuditedEvent;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.examlog.ExamLogs;
import org.examledger.endtoend.examlog.TestSeed;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealExamIT {
    /** A hundred unless told; {@code make replay-real-exam} plays them all. */
    private static final int STUDENTS = Integer.getInteger("students", 100);

    private static final int MOMENTS = 10;

    private final long seed = TestSeed.of(RealExamIT.class);
    private ReplayedExam replayed;

    @BeforeAll
    void replay(LedgerClient client) {
        var log = ExamLogs.realOrGenerated(seed);
        replayed = new Replay(client, log, ReplayOptions.of(STUDENTS, 32, seed)).run();
        System.out.print(
                replayed.tally().summary(STUDENTS, replayed.took(), client.unknownOutcomes(), client.putOff()));
    }

    @Test
    void students_of_the_real_exam_end_where_its_log_says(LedgerClient client) {
        assertThat(replayed.sittings()).hasSize(STUDENTS);
        assertThat(ReplayVerdict.of(client, replayed).differences())
                .as("seed %d", seed)
                .isEmpty();
    }

    @Test
    void ten_moments_of_the_longest_session_are_as_the_clicks_of_the_log_make_them(LedgerClient client) {
        var longest = replayed.sittings().stream()
                .max(comparingInt(it -> it.clicks().size()))
                .orElseThrow();
        var atLeast = replayed.tally().highestPosition();
        var audited = new AuditedSitting(client, longest, atLeast);
        var moments = audited.spread(MOMENTS, new SplittableRandom(seed));
        var where = "seed %d, student %s, %d clicks, after the facts %s"
                .formatted(
                        seed,
                        longest.student(),
                        longest.clicks().size(),
                        moments.stream().map(AuditedEvent::sequence).toList());
        System.out.println("Moments: " + where);

        for (var fact : moments) {
            var then = audited.after(fact);
            assertThat(then.sequence()).isEqualTo(fact.sequence());
            assertThat(FileMoment.of(then)).as("%s: after %s", where, fact).isEqualTo(audited.fileAfter(fact));
            assertThat(FileMoment.of(audited.at(fact.at())))
                    .as("%s: at the time of %s", where, fact)
                    .isEqualTo(audited.fileAt(fact.at()));
        }

        var early = moments.get(1);
        var late = moments.get(MOMENTS - 2);
        var difference = audited.difference(early, late);
        assertThat(FileMoment.of(difference.from())).as(where).isEqualTo(audited.fileAfter(early));
        assertThat(FileMoment.of(difference.to())).as(where).isEqualTo(audited.fileAfter(late));
        assertThat(difference.answers())
                .as("%s: changed from %s to %s", where, early, late)
                .isEqualTo(audited.fileAfter(early).changedUntil(audited.fileAfter(late)));

        var now = audited.after(audited.last());
        var live = new SessionClient(client, longest.workerId(), longest.sessionId())
                .read("resume", atLeast)
                .as(ResumeState.class);
        assertThat(now.answers()).as(where).isEqualTo(live.answers());
        assertThat(now.pageIndex()).as(where).isEqualTo(live.pageIndex());
    }
}
