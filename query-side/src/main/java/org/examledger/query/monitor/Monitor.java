package org.examledger.query.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.QuerySettings;
import org.examledger.query.feed.Readings;
import org.examledger.query.history.StoredEvents;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.life.Counters;
import org.examledger.query.life.ExamRow;
import org.examledger.query.life.ExamStatus;
import org.examledger.query.life.Exams;
import org.examledger.query.life.Sessions;
import org.examledger.query.people.People;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the picture of an exam that HC watches. */
@Component
class Monitor {
    private static final List<String> MODELS = List.of(Sessions.MODEL, Scores.MODEL);

    private final Readings readings;
    private final Exams exams;
    private final MonitorRows rows;
    private final People people;
    private final StoredEvents log;
    private final QuerySettings settings;
    private final Clock clock;

    Monitor(
            Readings readings,
            Exams exams,
            MonitorRows rows,
            People people,
            StoredEvents log,
            QuerySettings settings,
            Clock clock) {
        this.readings = readings;
        this.exams = exams;
        this.rows = rows;
        this.people = people;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param only leaves out the rows of all other statuses; the counters still count every session
     */
    Reading<MonitorPicture> of(UUID examId, @Nullable SessionStatus only, @Nullable String atLeast) {
        var found = readings.read(
                MODELS,
                atLeast,
                () -> new Found(exams.find(examId).orElseThrow(QueryProblem::notFound), rows.sessions(examId)));
        var now = clock.instant();
        var all = named(found, now);
        var counted = new EnumMap<SessionStatus, Integer>(SessionStatus.class);
        all.forEach(row -> counted.merge(row.status(), 1, Integer::sum));
        var counters = Counters.of(counted);
        var exam = found.value().exam();
        var picture = new MonitorPicture(
                examId,
                exam.title(),
                ExamStatus.of(exam, counters, now),
                found.position(),
                lagMillis(found.position(), now),
                now,
                counters,
                only == null
                        ? all
                        : all.stream().filter(row -> row.status() == only).toList());
        return new Reading<>(picture, found.position());
    }

    private List<MonitorRow> named(Reading<Found> found, Instant now) {
        var lines = found.value().lines();
        var persons = lines.stream().map(line -> line.row().person()).toList();
        var names = people.namesOf(persons);
        return lines.stream()
                .map(line -> {
                    var person = line.row().person();
                    return MonitorRow.of(
                            line, names.getOrDefault(person, person), found.position(), now, settings.silence());
                })
                .toList();
    }

    private long lagMillis(long position, Instant now) {
        if (log.head() <= position) {
            return 0;
        }
        return log.timeOf(position + 1)
                .map(at -> Math.max(0, Duration.between(at, now).toMillis()))
                .orElse(0L);
    }

    private record Found(ExamRow exam, List<MonitorLine> lines) {}
}
