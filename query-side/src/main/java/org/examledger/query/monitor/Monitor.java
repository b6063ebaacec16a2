package org.examledger.query.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.feed.Readings;
import org.examledger.query.history.StoredEvents;
import org.examledger.query.http.Reading;
import org.examledger.query.life.Counters;
import org.examledger.query.life.Sessions;
import org.examledger.query.responses.Scores;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the picture of an exam that HC watches. */
@Component
class Monitor {
    private static final List<String> MODELS = List.of(Sessions.MODEL, Scores.MODEL);

    private final Readings readings;
    private final Boards boards;
    private final StoredEvents log;
    private final Clock clock;

    Monitor(Readings readings, Boards boards, StoredEvents log, Clock clock) {
        this.readings = readings;
        this.boards = boards;
        this.log = log;
        this.clock = clock;
    }

    /** A look at an exam: what it shows is drawn only when it differs from what the caller has. */
    Look look(UUID examId, @Nullable SessionStatus only, @Nullable String atLeast) {
        var board = readings.read(MODELS, atLeast, () -> boards.of(examId));
        return new Look(board, only, clock.instant());
    }

    /**
     * @param only leaves out the rows of all other statuses; the counters still count every session
     */
    record Look(Reading<Board> board, @Nullable SessionStatus only, Instant at) {
        /** Changes with everything that can be seen, but not with what ticks. */
        String tag() {
            var tag = Long.toHexString(board.value().tagAt(at));
            return only == null ? tag : tag + '-' + only;
        }
    }

    /**
     * A look at an exam for all who watch it.
     *
     * @param before what the last look saw
     */
    Sight look(UUID examId, @Nullable Board before) {
        var board = readings.read(MODELS, null, () -> boards.after(before, examId));
        var now = clock.instant();
        return new Sight(board.value(), board.position(), lagMillis(board.position(), now), now);
    }

    /** Waits until everything up to a position, as a caller wrote it, can be seen. */
    void await(@Nullable String atLeast) {
        readings.read(MODELS, atLeast, () -> true);
    }

    /** When the fact at a position was stored. */
    Optional<Instant> timeOf(long position) {
        return log.timeOf(position);
    }

    MonitorPicture draw(Look look) {
        var position = look.board().position();
        var sight = new Sight(look.board().value(), position, lagMillis(position, look.at()), look.at());
        var all = sight.board().rowsAt(sight.at());
        var counters = Counters.count(all.stream().map(MonitorRow::status));
        var only = look.only();
        return MonitorPicture.of(
                sight,
                counters,
                only == null
                        ? all
                        : all.stream().filter(row -> row.status() == only).toList());
    }

    private long lagMillis(long position, Instant now) {
        if (log.head() <= position) {
            return 0;
        }
        return log.timeOf(position + 1)
                .map(at -> Math.max(0, Duration.between(at, now).toMillis()))
                .orElse(0L);
    }
}
