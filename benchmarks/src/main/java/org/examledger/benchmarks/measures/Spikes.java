package org.examledger.benchmarks.measures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.examledger.benchmarks.Plan;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.figures.Spread;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.Loaded;
import org.examledger.benchmarks.load.OpenLoop;
import org.examledger.benchmarks.load.Seat;
import org.examledger.benchmarks.load.Walk;
import org.examledger.benchmarks.machine.Database;
import org.examledger.benchmarks.systems.Contender;
import org.examledger.benchmarks.systems.Kind;
import org.examledger.benchmarks.systems.Stage;

/**
 * P6: what comes all at once. A hall opens its papers within ten seconds, hands in within ten seconds, and a hall that
 * hands nothing in runs out of time at one instant.
 */
public final class Spikes {
    private static final int PEOPLE = 3_000;
    private static final int CONNECTIONS = 128;
    private static final Duration WITHIN = Duration.ofSeconds(10);

    /** What each hands in that was not sent before. */
    private static final int UNSENT = 5;

    /** Until the window of the expiring exam ends: time to make it and to start it. */
    private static final Duration UNTIL_THE_END = Duration.ofSeconds(60);

    /** A round takes half a minute, and the whole run shall stay short. */
    private static final int MOST_ROUNDS = 3;

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Spikes() {}

    public static void run(Plan plan, Stage stage, Report report) {
        var ours = stage.contender(Kind.OURS);
        var people = plan.quick() ? PEOPLE / 10 : PEOPLE;
        var within = plan.quick() ? WITHIN.dividedBy(10) : WITHIN;
        List<Loaded> starts = new ArrayList<>();
        List<Loaded> submits = new ArrayList<>();

        // The first one is for both programs to get warm.
        for (var round = 0; round <= Math.min(plan.rounds(), MOST_ROUNDS); round++) {
            var seats = ours.ledger().unstarted(people, "").seats();
            ours.settle();
            stage.postgres().checkpoint();
            var started = OpenLoop.each(ours.port(), requests(seats, "start", START), CONNECTIONS, within);
            var submitted = OpenLoop.each(ours.port(), requests(seats, "submit", submit()), CONNECTIONS, within);
            ours.settle();
            if (round > 0) {
                starts.add(started);
                submits.add(submitted);
            }
        }
        var expiry = expire(ours, people);
        tell(report, people + " starts within " + within.toSeconds() + " s", "starts", starts);
        tell(report, people + " submits within " + within.toSeconds() + " s", "submits", submits);
        report.figure("P6", "expiry-seconds", expiry);
        report.line("P6", people + " expiring at one deadline, seconds", "%.1f".formatted(expiry), "none set");
    }

    private static final String START = "{\"clientId\":\"bench\"}";

    private static String submit() {
        var answers =
                IntStream.rangeClosed(1, UNSENT).mapToObj(Walk::answer).collect(Collectors.joining("},{", "[{", "}]"));
        return "{\"epoch\":1,\"clientSeq\":%d,\"lastAnswerSeq\":%d,\"answers\":%s}"
                .formatted(UNSENT + 1, UNSENT, answers);
    }

    private static List<byte[]> requests(List<Seat> seats, String what, String body) {
        return seats.stream()
                .map(seat -> Http.post("/api/v1/sessions/" + seat.sessionId() + "/" + what, seat.token(), body))
                .toList();
    }

    /** Seconds from the end of the window, which ends all these sessions, to the last one's fact in the log. */
    private static double expire(Contender ours, int people) {
        var database = Objects.requireNonNull(ours.database(), "ours has a database");
        var end = LocalDateTime.now(ZoneOffset.UTC).plus(UNTIL_THE_END).truncatedTo(ChronoUnit.SECONDS);
        var seats = ours.ledger()
                .unstarted(
                        people, "\"timerPolicy\":\"ACTIVE_TIME\",\"graceSeconds\":0,\"windowEndsAt\":\"" + end + "\",")
                .seats();
        var head = database.number("SELECT position FROM log_head");
        var started = OpenLoop.each(ours.port(), requests(seats, "start", START), CONNECTIONS, Duration.ofSeconds(5));
        if (started.refused() > 0) {
            throw new IllegalStateException(started.refused() + " could not start");
        }
        var over = end.toInstant(ZoneOffset.UTC);
        while (expired(database, head) < people) {
            if (Instant.now().isAfter(over.plus(LONGEST))) {
                throw new IllegalStateException("only " + expired(database, head) + " sessions have expired");
            }
            LockSupport.parkNanos(100_000_000);
        }
        return Duration.between(over, Instant.now()).toMillis() / 1e3;
    }

    /** Looks at the newest rows only, so that looking costs nothing worth measuring. */
    private static long expired(Database database, long after) {
        return database.number(
                "SELECT count(*) FROM log_event_readable WHERE name = 'SessionTimedOut' AND position > " + after);
    }

    private static void tell(Report report, String what, String name, List<Loaded> rounds) {
        var tails = rounds.stream().map(it -> it.millisAt(99)).toList();
        var refused = rounds.stream().mapToLong(Loaded::refused).sum();
        report.figure("P6", name + "-p99", tails);
        report.figure(
                "P6", name + "-seconds", rounds.stream().map(Loaded::seconds).toList());
        report.figure("P6", name + "-errors", refused);
        report.line("P6", "p99 ms, " + what, Spread.of(tails).text("%.1f"), "≤ 1000");
        report.line("P6", "errors, " + what, Long.toString(refused), "0");
    }
}
