package org.examledger.query.monitor;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.query.QuerySettings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.life.ExamRow;
import org.examledger.query.life.Exams;
import org.examledger.query.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the boards of the exams that are being watched, in memory. Each is brought up to date when somebody looks; one that
 * nobody looks at any more goes when others come.
 */
@Component
class Boards {
    private static final int MOST_WATCHED = 8;

    /** How long a name may be shown that was erased meanwhile; nothing in the log tells of it. */
    private static final Duration NAMES_KEPT_FOR = Duration.ofMinutes(1);

    private final Exams exams;
    private final MonitorRows rows;
    private final People people;
    private final QuerySettings settings;
    private final Clock clock;
    private final Map<UUID, Board> watched = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Board> eldest) {
            return size() > MOST_WATCHED;
        }
    });

    Boards(Exams exams, MonitorRows rows, People people, QuerySettings settings, Clock clock) {
        this.exams = exams;
        this.rows = rows;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** The board as of the snapshot of the current transaction. */
    Board of(UUID examId) {
        return after(watched.get(examId), examId);
    }

    /** The same for somebody who keeps the exam's board himself. */
    Board after(@Nullable Board before, UUID examId) {
        var news = rows.news(examId).orElseThrow(QueryProblem::notFound);
        if (before == null
                || !before.knowsNamesAt(clock.instant())
                || !before.news().canGoOnTo(news)) {
            return keep(read(examId, news));
        }
        return before.isGoodFor(news) ? before : keep(wentOn(before, news));
    }

    private Board keep(Board board) {
        watched.put(board.exam().examId(), board);
        return board;
    }

    private Board read(UUID examId, MonitorRows.News news) {
        var lines = rows.all(examId);
        var exam = exam(examId);
        return Board.empty(news, exam, clock.instant().plus(NAMES_KEPT_FOR))
                .with(news, exam, lines, namesOf(lines), settings.silence());
    }

    private Board wentOn(Board before, MonitorRows.News news) {
        var examId = before.exam().examId();
        var exam = before.exam().position() == news.exam() ? before.exam() : exam(examId);
        var changed = rows.changedAfter(examId, before.knownUpTo());
        return before.with(news, exam, changed, namesOf(changed), settings.silence());
    }

    private ExamRow exam(UUID examId) {
        return exams.find(examId).orElseThrow(QueryProblem::notFound);
    }

    private Map<String, String> namesOf(Collection<MonitorLine> lines) {
        List<String> persons = lines.stream().map(line -> line.row().person()).toList();
        return persons.isEmpty() ? Map.of() : people.namesOf(persons);
    }
}
