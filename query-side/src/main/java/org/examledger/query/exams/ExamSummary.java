package org.examledger.query.exams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.examledger.query.http.Millis;
import org.examledger.query.life.Counters;
import org.examledger.query.life.ExamRow;
import org.examledger.query.life.ExamStatus;
import org.jspecify.annotations.Nullable;

/**
 * An exam in HC's list. The portal groups exams by title, category and date.
 *
 * @param date of the opening, in the exam's zone
 * @param mine whether the caller locked it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExamSummary(
        UUID examId,
        String title,
        String category,
        LocalDate date,
        ExamStatus status,
        @Millis Instant opensAt,
        @Nullable @Millis Instant windowEndsAt,
        String zone,
        int durationMinutes,
        boolean mine,
        Counters counters) {

    static ExamSummary of(ExamRow exam, Counters counters, String caller, Instant now) {
        return new ExamSummary(
                exam.examId(),
                exam.title(),
                exam.category(),
                dateOf(exam),
                ExamStatus.of(exam, counters, now),
                exam.opensAt(),
                exam.windowEndsAt(),
                exam.content().zone(),
                exam.content().durationMinutes(),
                exam.lockedBy().equals(caller),
                counters);
    }

    static LocalDate dateOf(ExamRow exam) {
        return LocalDate.ofInstant(exam.opensAt(), ZoneId.of(exam.content().zone()));
    }
}
