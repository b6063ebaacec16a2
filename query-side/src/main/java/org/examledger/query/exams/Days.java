package org.examledger.query.exams;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.life.ExamRow;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an exam opens, each exam in its own zone, as the list shows its date.
 *
 * @param from inclusive; absent = from the first exam on
 * @param to inclusive; absent = to the last one
 */
record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** @throws org.springframework.web.ErrorResponseException 400 when no exam can open then */
    Days {
        check("from", from);
        check("to", to);
    }

    private static void check(String field, @Nullable LocalDate day) {
        if (day != null && !Cursor.isYear(day.getYear())) {
            throw QueryProblem.invalid(field, "is no day of our time");
        }
    }

    boolean has(ExamRow exam) {
        var date = ExamSummary.dateOf(exam);
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    /** No day begins earlier anywhere. */
    @Nullable
    OffsetDateTime earliest() {
        return from == null ? null : utc(from, ZoneOffset.MAX);
    }

    /** No day lasts longer anywhere. */
    @Nullable
    OffsetDateTime latest() {
        return to == null ? null : utc(to.plusDays(1), ZoneOffset.MIN);
    }

    private static OffsetDateTime utc(LocalDate day, ZoneOffset offset) {
        return day.atStartOfDay().toInstant(offset).atOffset(ZoneOffset.UTC);
    }
}
