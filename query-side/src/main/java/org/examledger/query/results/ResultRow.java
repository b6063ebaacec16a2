package org.examledger.query.results;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session's result as a row of a table. Columns are called what fields are called in the API. */
final class ResultRow {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    static final List<@Nullable Object> HEADER = List.of(
            "workerId",
            "workerName",
            "sessionId",
            "status",
            "attempt",
            "answered",
            "total",
            "score",
            "maximum",
            "percent",
            "result",
            "startedAt",
            "endedAt",
            "keyVersion",
            "ruleVersion",
            "position");

    private ResultRow() {}

    static List<@Nullable Object> of(SessionResult it) {
        var from = it.computedFrom();
        return Arrays.asList(
                it.workerId(),
                it.workerName(),
                it.sessionId().toString(),
                it.status().name(),
                it.attempt(),
                it.answered(),
                it.total(),
                it.score(),
                it.maximum(),
                it.percent(),
                it.passed() == null ? null : it.passed() ? "Pass" : "Fail",
                text(it.startedAt()),
                text(it.endedAt()),
                from == null ? null : from.keyVersion(),
                from == null ? null : from.ruleVersion(),
                from == null ? null : from.position());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : MILLIS.format(at);
    }
}
