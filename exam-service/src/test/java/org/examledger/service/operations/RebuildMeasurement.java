package org.examledger.service.operations;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.examledger.events.Fact;
import org.examledger.events.Remembered;
import org.examledger.events.StreamId;
import org.examledger.events.catalog.FactCatalog;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.TimerPolicy;
import org.examledger.events.session.Timing;
import org.examledger.events.session.Visibility;
import org.examledger.query.feed.ProjectionStatus;
import org.examledger.query.feed.Projections;
import org.examledger.query.feed.RebuildProgress;
import org.examledger.service.RunningService;
import org.examledger.store.EventType;
import org.examledger.store.EventTypes;
import org.examledger.store.FactSerializer;
import org.examledger.store.LogReader;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How quickly read models are rebuilt, as a ratio to reading the log's rows alone in the same run. Not a test: it runs
 * when it is asked for, {@code mvn -pl exam-service -am test -Dtest=RebuildMeasurement
 * -Dsurefire.failIfNoSpecifiedTests=false -Devents=1000000}.
 */
@RunningService
class RebuildMeasurement {
    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int SESSIONS_AT_ONCE = 3_000;
    private static final int QUESTIONS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Instant BEGIN = Instant.parse("2026-05-04T08:00:00Z");

    @Autowired
    private DataSource database;

    private final FactSerializer serializer = new FactSerializer(EventTypes.of(FactCatalog.entries().stream()
            .map(it -> new EventType(it.name(), it.revision(), it.type()))
            .toList()));

    @Autowired
    private LogReader log;

    @Autowired
    private ProjectionStatus status;

    @Autowired
    private Projections projections;

    @Autowired
    private RebuildProgress progress;

    private ProcessHandle postgres = ProcessHandle.current();
    private final Random random = new Random(20260504);
    private final Map<String, Integer> sequences = new HashMap<>();
    private final StringBuilder rows = new StringBuilder();
    private long position;

    @Test
    void measure() throws SQLException {
        postgres = postgres();
        position = settled();
        var before = position;
        fill();
        var start = Mark.now(postgres);
        await().atMost(PATIENCE).until(() -> status.lines().stream().allMatch(it -> it.position() >= position));
        say("through the live feeds", position - before, start);
        for (int round = 0; round < ROUNDS; round++) {
            read();
            rebuild();
        }
    }

    private ProcessHandle postgres() throws SQLException {
        try (var connection = database.getConnection();
                var answer = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
            answer.next();
            return ProcessHandle.of(answer.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    /** Waits until the demo exam has been told. */
    private long settled() {
        var seen = new HashMap<Long, Instant>();
        await().atMost(PATIENCE)
                .until(() ->
                        Duration.between(seen.computeIfAbsent(log.lastPosition(), it -> Instant.now()), Instant.now())
                                        .toSeconds()
                                >= 3);
        return log.lastPosition();
    }

    private void read() {
        var start = Mark.now(postgres);
        for (var page = log.eventsAfter(0, 1_000);
                !page.isEmpty();
                page = log.eventsAfter(page.getLast().position(), 1_000)) {}
        say("reading the rows alone", position, start);
    }

    private void rebuild() {
        var start = Mark.now(postgres);
        projections.rebuildAll();
        await().atMost(PATIENCE)
                .until(() -> progress.lines().stream().allMatch(it -> it.state() == RebuildProgress.State.DONE));
        say("rebuilding all models", position, start);
    }

    private void say(String what, long events, Mark start) {
        var end = Mark.now(postgres);
        var seconds = (end.nanos - start.nanos) / 1e9;
        System.out.printf(
                "MEASURED %s: %,.0f events/s (%.1f s), processor time an event: %.1f us of ours, %.1f us of all"
                        + " PostgreSQL%n",
                what,
                events / seconds,
                seconds,
                end.ours.minus(start.ours).toNanos() / 1e3 / events,
                end.postgres.minus(start.postgres).toNanos() / 1e3 / events);
    }

    /** The clock on the wall says little on a busy machine, so processor time is noted, too. */
    private record Mark(long nanos, Duration ours, Duration postgres) {
        static Mark now(ProcessHandle postgres) {
            return new Mark(
                    System.nanoTime(),
                    ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
                    postgres.children()
                            .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                            .reduce(Duration.ZERO, Duration::plus));
        }
    }

    private void fill() throws SQLException {
        while (position < EVENTS) {
            exam();
        }
        store();
    }

    /** An exam that many sit at the same time, clicking in turns. */
    private void exam() throws SQLException {
        var exam = locked();
        add(StreamId.ofExam(exam.examId()), exam, 0);
        var sessions = new ArrayList<UUID>();
        for (int number = 0; number < SESSIONS_AT_ONCE; number++) {
            var session = UUID.nameUUIDFromBytes((exam.examId() + "/" + number).getBytes(StandardCharsets.UTF_8));
            sessions.add(session);
            add(StreamId.ofSession(session), assigned(session, exam), 1);
        }
        sessions.forEach(it ->
                add(StreamId.ofSession(it), new SessionStarted(1, "client", null, BEGIN.plusSeconds(3600), null), 2));
        for (int click = 1; click <= 60; click++) {
            for (var session : sessions) {
                add(StreamId.ofSession(session), click(click), 2 + click);
            }
            store();
        }
        sessions.forEach(it -> add(StreamId.ofSession(it), new SessionSubmitted(1, 61, 61L, UUID.randomUUID()), 70));
        store();
    }

    private Fact click(int number) {
        if (number % 12 == 0) {
            return new PageChanged(number % 5, 1, number, null, UUID.randomUUID());
        }
        if (number % 15 == 0) {
            return new HeartbeatReceived(Visibility.VISIBLE, 1, null, null);
        }
        return new AnswerSelected(
                1 + random.nextInt(QUESTIONS),
                List.of(1 + random.nextInt(4)),
                number % 5,
                1,
                number,
                BEGIN,
                UUID.randomUUID());
    }

    private static ExamLocked locked() {
        var questions = IntStream.rangeClosed(1, QUESTIONS)
                .mapToObj(id -> new ExamQuestion(
                        id,
                        "Which of these is number " + id + "?",
                        IntStream.rangeClosed(1, 4)
                                .mapToObj(option -> new ExamOption(option, "Number " + option))
                                .toList(),
                        List.of(1 + id % 4),
                        false,
                        1))
                .toList();
        return new ExamLocked(
                UUID.randomUUID(),
                "Measured",
                "Measured",
                "2026-05-04T08:00",
                "2026-05-04T18:00",
                "UTC",
                60,
                120,
                50,
                10,
                TimerPolicy.WALL_CLOCK,
                true,
                false,
                questions,
                null,
                7,
                null,
                null);
    }

    private static SessionAssigned assigned(UUID session, ExamLocked exam) {
        var paper = exam.questions().stream()
                .map(it -> new PaperQuestion(it.id(), List.of(1, 2, 3, 4), false, 1))
                .toList();
        return new SessionAssigned(
                session,
                exam.examId(),
                UUID.randomUUID().toString(),
                1,
                new Paper(paper, 10, "hash"),
                new Timing(BEGIN, BEGIN.plusSeconds(36_000), "UTC", 3600, 120, TimerPolicy.WALL_CLOCK, null),
                50,
                UUID.randomUUID());
    }

    private void add(String stream, Fact fact, int minute) {
        var remembered = fact.getClass().getAnnotation(Remembered.class);
        var payload = serializer.serialize(fact, byte[].class).getData();
        var metadata = "{\"actor\":\"8b1f0c1e-0f6b-4b52-a3a5-0e1d2c3b4a59\",\"correlation\":\"c0ffee00c0ffee00\","
                + "\"role\":\"worker\"}";
        rows.append(++position)
                .append('\t')
                .append(BEGIN.plusSeconds(60L * minute).plusMillis(random.nextInt(60_000)))
                .append('\t')
                .append(sequences.merge(stream, 0, (last, first) -> last + 1))
                .append("\t1\t")
                .append(stream)
                .append('\t')
                .append(remembered.name())
                .append("\t\\\\x")
                .append(HexFormat.of().formatHex(metadata.getBytes(StandardCharsets.UTF_8)))
                .append("\t\\\\x")
                .append(HexFormat.of().formatHex(payload))
                .append("\t\\\\x")
                .append("00".repeat(32))
                .append('\n');
    }

    /** Past the appender, which would take minutes. */
    private void store() throws SQLException {
        try (var connection = database.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY log_event (position, occurred_at, sequence, revision, stream_id, name, metadata,"
                                    + " payload, hash) FROM STDIN",
                            new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
            try (var head = connection.prepareStatement("UPDATE log_head SET position = ?")) {
                head.setLong(1, position);
                head.executeUpdate();
            }
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        rows.setLength(0);
    }
}
