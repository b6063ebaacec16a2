package org.examledger.benchmarks.systems;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.Seat;
import org.examledger.benchmarks.load.Walk;
import org.examledger.benchmarks.load.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sessions made as HC and workers make them: draft an exam, lock it, start each session. */
public final class LedgerFixture implements Fixture {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 16;

    private final int port;
    private final Tokens tokens;

    public LedgerFixture(int port, Tokens tokens) {
        this.port = port;
        this.tokens = tokens;
    }

    /** An exam that runs, and who sits in it. */
    public record Exam(UUID examId, List<Seat> seats) {}

    @Override
    public List<Seat> seats(int count) {
        return exam(count).seats();
    }

    public Exam exam(int workers) {
        return exam(workers, workers);
    }

    /** @param started how many of the workers have begun */
    public Exam exam(int workers, int started) {
        var locked = locked(draft(workers, ""));
        return new Exam(
                UUID.fromString(locked.path("examId").asString()),
                eachOf(locked.path("sessions").values().stream().limit(started).toList(), this::start));
    }

    /** An exam that nobody has started; its workers are signed in. */
    public Exam unstarted(int workers, String moreFields) {
        var locked = locked(draft(workers, moreFields));
        return new Exam(
                UUID.fromString(locked.path("examId").asString()),
                eachOf(locked.path("sessions").values(), this::signIn));
    }

    private JsonNode locked(String body) {
        try (var wire = new Wire(port)) {
            var hc = tokens.of("hc", wire);
            var draft = post(wire, "/api/v1/drafts", hc, body).path("draftId").asString();
            return post(wire, "/api/v1/drafts/" + draft + "/lock", hc, "{}");
        } catch (IOException failure) {
            throw new IllegalStateException("no exam could be made", failure);
        }
    }

    /** What is done with one session. */
    private interface Step {
        Seat of(JsonNode session, Wire wire) throws IOException;
    }

    private List<Seat> eachOf(Iterable<JsonNode> sessions, Step step) {
        var shares = new ArrayList<List<JsonNode>>();
        IntStream.range(0, AT_ONCE).forEach(share -> shares.add(new ArrayList<>()));
        var dealt = 0;
        for (var session : sessions) {
            shares.get(dealt++ % AT_ONCE).add(session);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var seats = new ArrayList<Seat>();
            for (var share : shares.stream()
                    .map(share -> threads.submit((Callable<List<Seat>>) () -> all(share, step)))
                    .toList()) {
                seats.addAll(share.get());
            }
            return seats;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("sessions could not be started", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private List<Seat> all(List<JsonNode> sessions, Step step) throws IOException {
        var seats = new ArrayList<Seat>();
        try (var wire = new Wire(port)) {
            for (var session : sessions) {
                seats.add(step.of(session, wire));
            }
        }
        return seats;
    }

    private Seat start(JsonNode session, Wire wire) throws IOException {
        var seat = signIn(session, wire);
        var receipt =
                post(wire, "/api/v1/sessions/" + seat.sessionId() + "/start", seat.token(), "{\"clientId\":\"bench\"}");
        return new Seat(seat.sessionId(), seat.token(), receipt.path("epoch").asInt());
    }

    /** The first start of a session gives it its first epoch. */
    private Seat signIn(JsonNode session, Wire wire) throws IOException {
        var token = tokens.of(session.path("workerId").asString(), wire);
        return new Seat(UUID.fromString(session.path("sessionId").asString()), token, 1);
    }

    private static JsonNode post(Wire wire, String path, String token, String body) throws IOException {
        var reply = wire.exchange(Http.post(path, token, body));
        if (reply.status() / 100 != 2) {
            throw new IOException(path + " answered " + reply.status() + ": " + reply.text());
        }
        return JSON.readTree(reply.body());
    }

    private static String draft(int workers, String moreFields) {
        return """
                {"title":"Benchmark","category":"Bench","opensAt":"%s","zone":"UTC","durationMinutes":600,
                 "passPercentage":60,"questionsPerPage":%d,%s"workers":[%s],"questions":[%s]}
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC).minusDays(1),
                        Walk.QUESTIONS_PER_PAGE,
                        moreFields,
                        list(workers, "{\"workerId\":\"worker-%1$d\",\"name\":\"Worker %1$d\"}"),
                        list(
                                Walk.QUESTIONS,
                                "{\"id\":%1$d,\"text\":\"Question %1$d\",\"points\":1,\"correct\":[1],\"options\":["
                                        + list(Walk.OPTIONS, "{\"id\":%1$d,\"text\":\"Option %1$d\"}")
                                        + "]}"));
    }

    private static String list(int count, String format) {
        return IntStream.rangeClosed(1, count).mapToObj(format::formatted).collect(Collectors.joining(","));
    }
}
