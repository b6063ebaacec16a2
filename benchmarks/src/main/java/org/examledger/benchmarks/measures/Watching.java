package org.examledger.benchmarks.measures;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.examledger.benchmarks.Plan;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.Walk;
import org.examledger.benchmarks.load.Wire;
import org.examledger.benchmarks.systems.Kind;
import org.examledger.benchmarks.systems.LedgerFixture;
import org.examledger.benchmarks.systems.Stage;

/** P5: the monitor of a large exam, asked by one: after a change, and when nothing has changed; then streamed to many. */
public final class Watching {
    private static final int STARTED = 200;
    private static final int WARMING = 40;
    private static final int FULL = 100;
    private static final int UNCHANGED = 400;
    private static final long LONGEST_NANOS = 10_000_000_000L;

    private final Wire wire;
    private final LedgerFixture.Exam exam;
    private final String path;
    private final String token;
    private int clicks;

    private Watching(Wire wire, LedgerFixture.Exam exam, String token) {
        this.wire = wire;
        this.exam = exam;
        this.path = "/api/v1/exams/" + exam.examId() + "/monitor";
        this.token = token;
    }

    public static void run(Plan plan, Stage stage, Report report) {
        var ours = stage.contender(Kind.OURS);
        var exam = new LedgerFixture(ours.port(), ours.tokens()).exam(plan.watched(), STARTED);
        try (var wire = new Wire(ours.port())) {
            var watching = new Watching(wire, exam, ours.tokens().of("hc", wire));
            watching.full(WARMING);
            tell(report, "monitor of " + plan.watched() + " sessions", watching.full(FULL), "p99 ≤ 50");
            watching.unchanged(WARMING);
            tell(report, "same unchanged (304)", watching.unchanged(UNCHANGED), "p99 ≤ 5");
            Held.run(ours, watching.path + "/stream", watching.token, watching::click, report);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void tell(Report report, String what, Histogram taken, String goal) {
        for (var percentile : List.of(50.0, 99.0)) {
            var millis = taken.getValueAtPercentile(percentile) / 1e6;
            report.line(
                    "P5",
                    "ms for the " + what + ", p" + percentile.intValue(),
                    "%.1f".formatted(millis),
                    percentile == 99.0 ? goal : "");
            report.figure("P5", what + ", p" + percentile.intValue() + " ms", millis);
        }
    }

    /** Each after a click, so that none is what it was before. */
    private Histogram full(int times) throws IOException {
        var taken = new Histogram(LONGEST_NANOS, 3);
        for (var time = 0; time < times; time++) {
            var position = click();
            time(taken, Http.get(path + "?atLeast=" + position, token), 200);
        }
        return taken;
    }

    private String click() throws IOException {
        var seat = exam.seats().get(clicks % exam.seats().size());
        var nth = 1 + clicks++ / exam.seats().size();
        var reply = wire.exchange(Http.post(
                "/api/v1/sessions/" + seat.sessionId() + "/answers", seat.token(), Walk.body(seat.epoch(), nth)));
        if (reply.status() != 200) {
            throw new IOException("an answer was refused: " + reply.text());
        }
        var position = reply.header("X-Log-Position");
        // The rows are there when the monitor is asked: its own time is measured, not the feed's (P3).
        var seen = wire.exchange(
                Http.get("/api/v1/sessions/" + seat.sessionId() + "/result?atLeast=" + position, seat.token()));
        if (seen.status() != 200) {
            throw new IOException("the read models did not follow: " + seen.text());
        }
        return position;
    }

    private Histogram unchanged(int times) throws IOException {
        var taken = new Histogram(LONGEST_NANOS, 3);
        var tag = "";
        for (var time = 0; time < times; ) {
            var reply = wire.exchange(Http.get(path, token, tag.isEmpty() ? "\"none\"" : tag));
            if (reply.status() != 304) {
                tag = reply.header("ETag"); // somebody's connection changed with the clock
                continue;
            }
            time(taken, Http.get(path, token, tag), 304);
            time++;
            LockSupport.parkNanos(1_000_000);
        }
        return taken;
    }

    private void time(Histogram taken, byte[] request, int expected) throws IOException {
        var begun = System.nanoTime();
        var reply = wire.exchange(request);
        var nanos = System.nanoTime() - begun;
        if (reply.status() == expected) {
            taken.recordValue(Math.min(nanos, LONGEST_NANOS));
        } else if (expected == 200) {
            throw new IOException("the monitor answered " + reply.status());
        }
    }
}
