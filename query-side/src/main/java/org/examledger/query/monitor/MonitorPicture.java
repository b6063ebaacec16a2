package org.examledger.query.monitor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.query.http.Millis;
import org.examledger.query.life.Counters;
import org.examledger.query.life.ExamStatus;

/**
 * An exam and its sessions at one instant.
 *
 * @param lagMillis how long the oldest fact that is not in the picture has been in the log; 0 = all are in it
 */
record MonitorPicture(
        UUID examId,
        String title,
        ExamStatus status,
        long position,
        long lagMillis,
        @Millis Instant serverTime,
        Counters counters,
        List<MonitorRow> rows) {

    static MonitorPicture of(Sight sight, Counters counters, List<MonitorRow> rows) {
        var exam = sight.board().exam();
        return new MonitorPicture(
                exam.examId(),
                exam.title(),
                ExamStatus.of(exam, counters, sight.at()),
                sight.position(),
                sight.lagMillis(),
                sight.at(),
                counters,
                rows);
    }
}
