package org.examledger.query.portal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.examledger.query.QuerySettings;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Sessions;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The portal's monitor: the sessions of one title, category and day. */
@RestController
class ProgressController {
    private static final List<String> MODELS = List.of(Sessions.MODEL, Scores.MODEL);

    /** As many characters a date has; the portal's page may send a time behind it. */
    private static final int DATE = "2026-12-01".length();

    private final Readings readings;
    private final ProgressRows rows;
    private final PortalNumbers numbers;
    private final Replies replies;
    private final QuerySettings settings;
    private final Clock clock;

    ProgressController(
            Readings readings,
            ProgressRows rows,
            PortalNumbers numbers,
            Replies replies,
            QuerySettings settings,
            Clock clock) {
        this.readings = readings;
        this.rows = rows;
        this.numbers = numbers;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sessions that have no number of the portal are not in its list; its page could not tell them apart. */
    @GetMapping("/CMP/GetMonitoringProgress")
    ResponseEntity<List<Progress>> monitoringProgress(
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String scheduleDate) {
        var day = day(scheduleDate);
        return replies.unstored(readings.read(
                MODELS,
                null,
                () -> title == null || category == null || day.isEmpty()
                        ? List.of()
                        : group(title, category, day.get())));
    }

    /** What is no date names no day. */
    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null || text.length() < DATE
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, DATE)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private List<Progress> group(String title, String category, LocalDate day) {
        var now = clock.instant();
        var exams = rows.examsOf(title, category, day);
        var byId = numbers.ofExams(exams);
        return rows.sessionsOf(exams).stream()
                .flatMap(line -> Stream.ofNullable(byId.get(line.row().sessionId()))
                        .map(number -> Progress.of(number, line, now, settings.silence())))
                .sorted(Comparator.comparingInt(Progress::sessionId))
                .toList();
    }
}
