package org.examledger.benchmarks.measures;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;
import org.examledger.benchmarks.Plan;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.OpenLoop;
import org.examledger.benchmarks.load.Walk;
import org.examledger.benchmarks.load.Wire;
import org.examledger.benchmarks.systems.Kind;
import org.examledger.benchmarks.systems.LedgerFixture;
import org.examledger.benchmarks.systems.Stage;
import org.examledger.benchmarks.systems.Tokens;
import tools.jackson.databind.json.JsonMapper;

/**
 * P3: from the acknowledgement of an answer to the first monitor that counts it. The monitor is asked again and again,
 * without {@code atLeast}, while others click at a moderate rate.
 */
public final class Visibility {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WATCHED = 20;
    private static final int OTHERS = 200;
    private static final double OTHERS_PER_SECOND = 300;
    private static final int OTHERS_CONNECTIONS = 16;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long GIVE_UP_NANOS = 10_000_000_000L;

    private Visibility() {}

    public static void inOneProcess(Plan plan, Stage stage, Report report) {
        var ours = stage.contender(Kind.OURS);
        run(plan, report, "in one process", ours.port(), ours.port(), ours.tokens(), "p99 ≤ 50");
    }

    public static void acrossProcesses(Plan plan, Stage stage, Report report) {
        var database = stage.postgres().create("split");
        try (var decides = stage.service("split-command", database, List.of("--exam.role=command"));
                var answers = stage.service("split-query", database, List.of("--exam.role=query"))) {
            run(plan, report, "across processes", decides.port(), answers.port(), new Tokens(), "p99 ≤ 150");
        }
    }

    private static void run(
            Plan plan, Report report, String where, int commands, int queries, Tokens tokens, String goal) {
        var fixture = new LedgerFixture(commands, tokens);
        var watched = fixture.exam(WATCHED);
        var others = fixture.seats(OTHERS);
        var length = plan.quick() ? LONGEST.dividedBy(4) : LONGEST;
        // The first part is for both programs to get warm.
        var noise = CompletableFuture.supplyAsync(
                () -> OpenLoop.run(commands, others, OTHERS_CONNECTIONS, OTHERS_PER_SECOND, length));
        try (var click = new Wire(commands);
                var look = new Wire(queries)) {
            var request = Http.get("/api/v1/exams/" + watched.examId() + "/monitor", tokens.of("hc", look));
            var seen = sample(watched, click, look, request, length);
            noise.join();
            report.figure("P3", where + ", samples", seen.getTotalCount());
            for (var percentile : List.of(50.0, 99.0)) {
                report.line(
                        "P3",
                        "ms from ack to monitor, " + where + ", p" + percentile.intValue(),
                        "%.1f".formatted(seen.getValueAtPercentile(percentile) / 1e6),
                        percentile == 99.0 ? goal : "");
                report.figure(
                        "P3",
                        where + ", p" + percentile.intValue() + " ms",
                        seen.getValueAtPercentile(percentile) / 1e6);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Histogram sample(LedgerFixture.Exam exam, Wire click, Wire look, byte[] request, Duration length)
            throws IOException {
        var seen = new Histogram(GIVE_UP_NANOS, 3);
        var end = System.nanoTime() + length.toNanos();
        for (var nth = 1; nth <= Walk.QUESTIONS && System.nanoTime() < end; nth++) {
            if (nth == 6) {
                seen.reset(); // the first answers warmed both programs up
            }
            for (var seat : exam.seats()) {
                var answer = Http.post(
                        "/api/v1/sessions/" + seat.sessionId() + "/answers",
                        seat.token(),
                        Walk.body(seat.epoch(), nth));
                var reply = click.exchange(answer);
                var acknowledged = System.nanoTime();
                if (reply.status() != 200) {
                    throw new IOException("an answer was refused: " + reply.text());
                }
                var id = seat.sessionId().toString();
                while (answered(look, request, id) < nth) {
                    if (System.nanoTime() - acknowledged > GIVE_UP_NANOS) {
                        throw new IOException("an answer did not show for ten seconds");
                    }
                }
                seen.recordValue(Math.min(System.nanoTime() - acknowledged, GIVE_UP_NANOS));
            }
        }
        return seen;
    }

    private static int answered(Wire look, byte[] request, String sessionId) throws IOException {
        var reply = look.exchange(request);
        if (reply.status() != 200) {
            return -1; // the query side may not know the exam yet
        }
        for (var row : JSON.readTree(reply.body()).path("rows")) {
            if (row.path("sessionId").asString().equals(sessionId)) {
                return row.path("answered").asInt();
            }
        }
        return -1;
    }
}
