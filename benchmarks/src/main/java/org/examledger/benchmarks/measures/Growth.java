package org.examledger.benchmarks.measures;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.examledger.benchmarks.Plan;
import org.examledger.benchmarks.figures.Report;
import org.examledger.benchmarks.figures.Spread;
import org.examledger.benchmarks.load.ClosedLoop;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.Seat;
import org.examledger.benchmarks.load.Walk;
import org.examledger.benchmarks.load.Wire;
import org.examledger.benchmarks.machine.JavaProcess;
import org.examledger.benchmarks.systems.GeneratedLog;
import org.examledger.benchmarks.systems.LedgerFixture;
import org.examledger.benchmarks.systems.Stage;
import org.examledger.benchmarks.systems.Tokens;

/** P7: what a command costs late in a long session, and on a long log. Only the deciding half of the service runs. */
public final class Growth {
    private static final int DEEP = 10_000;
    private static final int SHALLOW = 10;
    private static final int SHALLOW_SESSIONS = 200;
    private static final int BATCH = 500;
    private static final int PAIRS = 400;
    private static final List<String> DECIDES = List.of("--exam.role=command");

    private Growth() {}

    /** One client, alternately in the long session and in short ones, all of them cached as in a running exam. */
    public static void ofASession(Plan plan, Stage stage, Report report) {
        var database = stage.postgres().create("deep");
        try (var service = stage.service("deep", database, DECIDES);
                var wire = new Wire(service.port())) {
            var seats = new LedgerFixture(service.port(), new Tokens()).seats(1 + SHALLOW_SESSIONS);
            var deep = seats.getFirst();
            var shallow = seats.subList(1, seats.size());
            fill(wire, deep, DEEP);
            for (var seat : shallow) {
                fill(wire, seat, SHALLOW);
            }
            var ratios = new ArrayList<Double>();
            for (var round = 0; round <= plan.rounds(); round++) {
                var late = new Histogram(3);
                var early = new Histogram(3);
                for (var pair = 0; pair < PAIRS; pair++) {
                    var nth = round * PAIRS + pair;
                    late.recordValue(click(wire, deep, DEEP + 1 + nth));
                    var seat = shallow.get(nth % SHALLOW_SESSIONS);
                    early.recordValue(click(wire, seat, SHALLOW + 1 + nth / SHALLOW_SESSIONS));
                }
                if (round > 0) { // the first one warmed up
                    ratios.add(late.getValueAtPercentile(50) / (double) early.getValueAtPercentile(50));
                }
            }
            report.figure("P7", "eventTenThousandToEventTen", ratios);
            report.line(
                    "P7",
                    "time of a command, event 10,000 ÷ event 10",
                    Spread.of(ratios).text("%.2f"),
                    "≤ 1.2");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Throughput with many events in the log against few, in turns. */
    public static void ofTheLog(Plan plan, Stage stage, Report report) {
        try (var few = on(stage, "few", plan.fewEvents());
                var many = on(stage, "many", plan.manyEvents())) {
            var rates = List.of(new ArrayList<Double>(), new ArrayList<Double>());
            for (var round = 0; round <= plan.rounds(); round++) {
                var length = round == 0 ? plan.warmUp().dividedBy(2) : plan.round();
                var rateOfFew = rate(plan, stage, few, length);
                var rateOfMany = rate(plan, stage, many, length);
                if (round > 0) { // the first one warmed up
                    rates.get(0).add(rateOfFew);
                    rates.get(1).add(rateOfMany);
                }
            }
            report.figure("P7", "few", rates.get(0));
            report.figure("P7", "many", rates.get(1));
            report.line(
                    "P7",
                    "answers a second, %,d ÷ %,d events".formatted(plan.manyEvents(), plan.fewEvents()),
                    Spread.ofRatios(rates.get(1), rates.get(0)).text("%.2f"),
                    "≥ 0.9");
        }
    }

    private static JavaProcess on(Stage stage, String name, int events) {
        var database = stage.postgres().create(name);
        var service = stage.service(name, database, DECIDES);
        try {
            System.out.println("making a log of " + events);
            var session = GeneratedLog.realSession(service);
            GeneratedLog.grow(database, session, events);
            return service;
        } catch (IOException failure) {
            service.close();
            throw new IllegalStateException(failure);
        }
    }

    private static double rate(Plan plan, Stage stage, JavaProcess service, Duration length) {
        var seats = new LedgerFixture(service.port(), new Tokens()).seats(plan.sessions());
        stage.postgres().checkpoint();
        return ClosedLoop.run(service.port(), seats, plan.clients(), length).perSecond();
    }

    private static void fill(Wire wire, Seat seat, int answers) throws IOException {
        for (var done = 0; done < answers; done += BATCH) {
            var batch = IntStream.rangeClosed(done + 1, Math.min(done + BATCH, answers))
                    .mapToObj(nth -> "{" + Walk.answer(nth) + "}")
                    .collect(Collectors.joining(","));
            var body = "{\"epoch\":" + seat.epoch() + ",\"answers\":[" + batch + "]}";
            post(wire, "/api/v1/sessions/" + seat.sessionId() + "/answers/batch", seat, body);
        }
    }

    private static long click(Wire wire, Seat seat, int nth) throws IOException {
        var begun = System.nanoTime();
        post(wire, "/api/v1/sessions/" + seat.sessionId() + "/answers", seat, Walk.body(seat.epoch(), nth));
        return System.nanoTime() - begun;
    }

    private static void post(Wire wire, String path, Seat seat, String body) throws IOException {
        var reply = wire.exchange(Http.post(path, seat.token(), body));
        if (reply.status() != 200) {
            throw new IOException(path + " answered " + reply.status() + ": " + reply.text());
        }
    }
}
