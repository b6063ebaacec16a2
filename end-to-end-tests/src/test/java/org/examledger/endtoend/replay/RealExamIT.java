package org.examledger.endtoend.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.examlog.ExamLogs;
import org.examledger.endtoend.examlog.TestSeed;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class RealExamIT {
    /** A hundred unless told; {@code make replay-real-exam} plays them all. */
    private static final int STUDENTS = Integer.getInteger("students", 100);

    @Test
    void students_of_the_real_exam_end_where_its_log_says(LedgerClient client) {
        var seed = TestSeed.of(RealExamIT.class);
        var log = ExamLogs.realOrGenerated(seed);

        var replayed = new Replay(client, log, ReplayOptions.of(STUDENTS, 32, seed)).run();

        System.out.print(
                replayed.tally().summary(STUDENTS, replayed.took(), client.unknownOutcomes(), client.putOff()));
        assertThat(replayed.sittings()).hasSize(STUDENTS);
        assertThat(ReplayVerdict.of(client, replayed).differences())
                .as("seed %d", seed)
                .isEmpty();
    }
}
