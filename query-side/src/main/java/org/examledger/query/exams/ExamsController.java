package org.examledger.query.exams;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.examledger.events.Actor;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.QuerySettings;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.Paging;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Replies;
import org.examledger.query.life.Counters;
import org.examledger.query.life.ExamRow;
import org.examledger.query.life.Exams;
import org.examledger.query.life.SessionCounts;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.Sessions;
import org.examledger.query.people.Names;
import org.examledger.query.people.People;
import org.examledger.query.responses.Rescorings;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/exams")
class ExamsController {
    private static final List<String> MODELS = List.of(Sessions.MODEL);
    private static final List<String> WITH_SCORES = List.of(Sessions.MODEL, Scores.MODEL);
    private static final int MOST = 200;

    private final Readings readings;
    private final Exams exams;
    private final ExamRows rows;
    private final SessionCounts counts;
    private final People people;
    private final Rescorings rescorings;
    private final FanOuts fanOuts;
    private final Replies replies;
    private final QuerySettings settings;
    private final Clock clock;

    ExamsController(
            Readings readings,
            Exams exams,
            ExamRows rows,
            SessionCounts counts,
            People people,
            Rescorings rescorings,
            FanOuts fanOuts,
            Replies replies,
            QuerySettings settings,
            Clock clock) {
        this.readings = readings;
        this.exams = exams;
        this.rows = rows;
        this.counts = counts;
        this.people = people;
        this.rescorings = rescorings;
        this.fanOuts = fanOuts;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * All exams, or those that the caller locked; the one that opens last first.
     *
     * @param from first day of the opening, in the exam's zone, and {@code to} the last one
     */
    @GetMapping
    ResponseEntity<ExamPage> exams(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String atLeast,
            Actor caller) {
        Paging.checkLimit(limit, MOST);
        var after = cursor == null ? null : Cursor.parse(cursor);
        var page = readings.read(MODELS, atLeast, () -> {
            // One more than asked for tells whether there is a next page.
            var found = rows.page(after, mine ? caller.person() : null, new Days(from, to), limit + 1);
            return pageOf(found.subList(0, Math.min(limit, found.size())), found.size() > limit, caller);
        });
        return replies.tagged(page, page.value());
    }

    private ExamPage pageOf(List<ExamRow> found, boolean more, Actor caller) {
        var now = clock.instant();
        var counters = counts.of(found.stream().map(ExamRow::examId).toList(), now, settings.silence());
        var items = found.stream()
                .map(exam ->
                        ExamSummary.of(exam, counters.getOrDefault(exam.examId(), Counters.NONE), caller.person(), now))
                .toList();
        return new ExamPage(items, more ? Cursor.behind(found.getLast()).text() : null);
    }

    /** An exam with its questions, its key and its workers. */
    @GetMapping("/{examId}")
    ResponseEntity<ExamDetail> exam(
            @PathVariable UUID examId, @RequestParam(required = false) @Nullable String atLeast, Actor caller) {
        var detail = readings.read(
                WITH_SCORES,
                atLeast,
                () -> detailOf(exams.find(examId).orElseThrow(QueryProblem::notFound), rows.sessions(examId), caller));
        return replies.tagged(detail, detail.value());
    }

    private ExamDetail detailOf(ExamRow exam, List<SessionRow> sessions, Actor caller) {
        var now = clock.instant();
        var persons = sessions.stream().map(SessionRow::person).toList();
        var names = Names.of(people, persons);
        var counted = new EnumMap<SessionStatus, Integer>(SessionStatus.class);
        var workers = sessions.stream()
                .map(row -> {
                    var status = row.life().statusAt(now, settings.silence());
                    counted.merge(status, 1, Integer::sum);
                    return new ExamDetail.Worker(
                            row.sessionId(),
                            names.workerIdOf(row.person()),
                            names.nameOf(row.person()),
                            status,
                            row.attempt(),
                            row.life().allowedSeconds());
                })
                .toList();
        var fanOut = fanOuts.of(exam.examId()).orElse(null);
        var rescoring = rescorings.of(exam.examId()).orElse(null);
        return ExamDetail.of(exam, Counters.of(counted), workers, rescoring, fanOut, caller.person(), now);
    }
}
