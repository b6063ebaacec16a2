package org.examledger.faults.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.CloseSession;
import org.examledger.endtoend.client.ExtendTime;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.StartSession;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.faults.load.Exam.Seat;
import org.examledger.faults.record.ClientRecord;
import org.examledger.faults.record.Completion;
import org.examledger.faults.record.Invocation;
import org.examledger.faults.record.Kind;
import org.examledger.faults.record.Outcome;

/** Sends what is asked of a session and puts it down, before and after. */
public final class Teller implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    /** Shorter than the service's own patience with a silent database, so that clients notice first. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(6);

    private final ClientRecord record;
    private final List<LedgerClient> doors;
    private final Map<String, String> tokens = new HashMap<>();
    private final String hcToken;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong known = new AtomicLong();
    private final AtomicLong knownCommands = new AtomicLong();
    private volatile boolean givingUp;

    /**
     * @param doors where services are reached
     * @param hcToken of whoever closes and extends
     */
    public Teller(ClientRecord record, List<URI> doors, Exam exam, String hcToken) {
        this.record = record;
        this.doors = doors.stream()
                .map(door -> new LedgerClient(door, Duration.ofSeconds(1), ANSWER_WITHIN))
                .toList();
        this.hcToken = hcToken;
        exam.seats().forEach(seat -> tokens.put(seat.session(), seat.token()));
    }

    /** Requests that were sent and are not answered. */
    public int inFlight() {
        return inFlight.get();
    }

    /** How many outcomes were unknown so far. */
    public long unknown() {
        return unknown.get();
    }

    /** How many outcomes were known so far, but for those that no service that works brings about. */
    public long known() {
        return known.get();
    }

    /** How many of them were of commands. */
    public long knownCommands() {
        return knownCommands.get();
    }

    public ClientRecord record() {
        return record;
    }

    /** Nobody repeats anything from now on. */
    public void giveUp() {
        givingUp = true;
    }

    /** What is asked for, with a command id of its own. */
    public Invocation ask(
            Kind kind, Seat seat, int epoch, long clientSeq, int question, List<Integer> options, int page) {
        var id = kind.isCommand() ? UUID.randomUUID().toString() : "";
        return new Invocation(0, 0, 0, kind, seat.session(), id, epoch, clientSeq, question, options, page, 0);
    }

    public Invocation read(Seat seat, long atLeast) {
        return new Invocation(0, 0, 0, Kind.READ, seat.session(), "", 0, 0, 0, List.of(), 0, atLeast);
    }

    /** Sends once, through a door. */
    public Completion once(Invocation asked, int door) {
        var invocation = asked.again(record.nextOp(), System.nanoTime(), door % doors.size());
        record.invoked(invocation);
        inFlight.incrementAndGet();
        Completion completion;
        try {
            var token = isStaff(asked.kind()) ? hcToken : tokens.get(asked.session());
            completion = understood(
                    invocation,
                    doors.get(invocation.door()).once(call(invocation).as(token)));
        } catch (IOException lost) {
            completion = Completion.unknown(invocation.op(), System.nanoTime(), 0);
        } finally {
            inFlight.decrementAndGet();
        }
        if (completion.outcome() == Outcome.UNKNOWN) {
            unknown.incrementAndGet();
        } else if (completion.isExpected()) {
            known.incrementAndGet();
            knownCommands.addAndGet(asked.kind().isCommand() ? 1 : 0);
        }
        record.completed(completion);
        return completion;
    }

    /** Sends the same command until its outcome is known, through other doors too, as long as nobody gives up. */
    public Completion untilKnown(Invocation asked, int door) {
        for (var attempt = 0; ; attempt++) {
            var completion = once(asked, door + attempt);
            var putOff = completion.status() == 429;
            if ((completion.outcome() != Outcome.UNKNOWN && !putOff) || givingUp) {
                return completion;
            }
            pause(Math.min(LONGEST_PAUSE.toMillis(), 20L << Math.min(attempt, 5)));
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean isStaff(Kind kind) {
        return kind == Kind.CLOSE || kind == Kind.REOPEN || kind == Kind.EXTEND;
    }

    private static Call call(Invocation it) {
        var path = Paths.session(
                it.session(),
                switch (it.kind()) {
                    case ANSWER -> "answers";
                    case READ -> "resume";
                    case START, PAGE, HEARTBEAT, SUBMIT, CLOSE, REOPEN, EXTEND ->
                        it.kind().name().toLowerCase(Locale.ROOT);
                });
        if (it.kind() == Kind.READ) {
            return Call.get(path).atLeast(it.atLeast());
        }
        return Call.post(path, body(it)).with("Idempotency-Key", it.commandId());
    }

    private static Object body(Invocation it) {
        return switch (it.kind()) {
            case START -> new StartSession("page-of-" + it.commandId(), "faults");
            case ANSWER ->
                new SelectAnswer(
                        (long) it.epoch(), it.clientSeq(), it.questionId(), it.optionIds(), it.pageIndex(), null);
            case PAGE -> new ChangePage(it.epoch(), it.clientSeq(), it.pageIndex(), null);
            case HEARTBEAT -> Map.of("epoch", it.epoch(), "visibility", it.pageIndex() % 2 == 0 ? "visible" : "hidden");
            case SUBMIT -> new SubmitSession(it.epoch(), it.clientSeq(), 0, null, null);
            case CLOSE -> new CloseSession("closed by a fault test", "FROM_ANSWERS");
            case REOPEN -> Map.of("reason", "reopened by a fault test", "seconds", 600);
            case EXTEND -> new ExtendTime((int) it.clientSeq(), "extended by a fault test");
            case READ -> throw new IllegalArgumentException("a read has no body");
        };
    }

    private static Completion understood(Invocation asked, Reply reply) {
        var at = System.nanoTime();
        if (reply.status() == 503) {
            return Completion.unknown(asked.op(), at, 503);
        }
        var body = reply.json();
        var ok = reply.status() >= 200 && reply.status() <= 299;
        return new Completion(
                asked.op(),
                at,
                ok ? Outcome.OK : Outcome.REFUSED,
                reply.status(),
                body.path("code").asString(""),
                body.path("outcome").asString(""),
                body.path("sequence").asLong(-1),
                body.path("position").asLong(-1),
                body.path("epoch").asInt(0),
                body.path("recorded").asBoolean(false),
                body.path("serverTime").asString(""),
                ok && asked.kind() == Kind.READ ? body : null);
    }

    @Override
    public void close() {
        givingUp = true;
        doors.forEach(LedgerClient::close);
        record.close();
    }
}
