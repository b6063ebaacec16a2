package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(SharedService.class)
class ReadsIT {
    private static final long NOT_WRITTEN_YET = 1_000_000_000_000L;

    private final LedgerClient client;
    private TinyExam exam;
    private Receipt started;

    ReadsIT(LedgerClient client) {
        this.client = client;
    }

    /** The queries of this slice, each with somebody who may ask. */
    private enum Query {
        MY_SESSIONS,
        PAPER,
        RESUME,
        STATUS,
        MONITOR,
        DRAFTS,
        EVENTS;

        Call of(TinyExam exam) {
            return switch (this) {
                case MY_SESSIONS -> Call.get(Paths.MY_SESSIONS);
                case PAPER, RESUME, STATUS ->
                    Call.get(Paths.session(exam.session().sessionId(), name().toLowerCase(Locale.ROOT)));
                case MONITOR -> Call.get(Paths.monitor(exam.examId()));
                case DRAFTS -> Call.get(Paths.DRAFTS);
                case EVENTS -> Call.get(Paths.events(exam.session().sessionId()));
            };
        }

        String reader(TinyExam exam) {
            return switch (this) {
                case MONITOR, DRAFTS -> "hc";
                case EVENTS -> "auditor";
                default -> exam.session().workerId();
            };
        }
    }

    @BeforeEach
    void start() {
        exam = TinyExam.locked(client, 2);
        started = exam.start();
    }

    @ParameterizedTest
    @EnumSource
    void a_read_says_at_which_position_it_was_computed(Query query) {
        var reply = read(query, query.of(exam).atLeast(started.position()));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("X-Read-Position").map(Long::parseLong).orElse(-1L))
                .isGreaterThanOrEqualTo(started.position());
    }

    @ParameterizedTest
    @EnumSource
    void a_read_of_what_is_not_written_yet_is_unavailable(Query query) throws IOException {
        var call = query.of(exam).atLeast(NOT_WRITTEN_YET).as(client.token(query.reader(exam)));

        var reply = client.once(call);

        isProblem(reply, "unavailable");
        assertThat(reply.header("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"MY_SESSIONS", "RESUME", "STATUS", "MONITOR"})
    void an_unchanged_read_is_not_sent_again(Query query) {
        var call = query.of(exam).atLeast(started.position());
        var first = read(query, call);
        var tag = first.header("ETag").orElseThrow(() -> new AssertionError("no ETag: " + first.text()));

        var unchanged = read(query, call.with("If-None-Match", tag));

        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(first.header("Cache-Control").orElse("")).contains("private", "no-cache");
    }

    @ParameterizedTest
    @EnumSource(names = {"MY_SESSIONS", "RESUME", "MONITOR"})
    void a_changed_read_is_sent_with_another_tag(Query query) {
        var tag = read(query, query.of(exam).atLeast(started.position()))
                .header("ETag")
                .orElseThrow();
        var stored = isReceipt(exam.session().answer(answer(started.epoch(), 1, 11, 2)), "stored");

        var changed = read(query, query.of(exam).atLeast(stored.position()).with("If-None-Match", tag));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isPresent().isNotEqualTo(Optional.of(tag));
    }

    @Test
    void paper_and_token_are_never_stored_by_caches() {
        var paper = exam.session().read("paper", started.position());
        var token = client.send(Call.post(Paths.DEMO_TOKEN, "{\"username\":\"hc\",\"password\":\"demo\"}"));

        assertThat(paper.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(token.header("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void a_monitor_row_has_exactly_the_keys_of_the_contract() {
        var monitor = read(Query.MONITOR, Query.MONITOR.of(exam).atLeast(started.position()))
                .json();

        assertThat(monitor.path("rows").size()).isEqualTo(2);
        assertThat(monitor.path("rows").get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "sessionId",
                        "workerName",
                        "status",
                        "answered",
                        "total",
                        "pageIndex",
                        "lastActivityAt",
                        "connection",
                        "startedAt",
                        "remainingSeconds",
                        "score",
                        "result");
        assertThat(monitor.path("counters").path("inProgress").asInt()).isEqualTo(1);
        assertThat(monitor.path("counters").path("notStarted").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MONITOR", "DRAFTS", "EVENTS"})
    void a_worker_reads_neither_monitor_nor_drafts_nor_history(Query query) {
        isProblem(exam.session().send(query.of(exam)), "forbidden");
        isProblem(client.send(query.of(exam)), "unauthenticated");
    }

    @Test
    void somebody_elses_session_looks_like_an_unknown_one() {
        var other = exam.sessions().getLast();
        var unknown =
                new SessionClient(client, other.workerId(), UUID.randomUUID().toString());
        var foreign = new SessionClient(client, other.workerId(), exam.session().sessionId());
        for (var what : new String[] {"paper", "resume", "status", "result"}) {
            looksTheSame(unknown.read(what, 0), foreign.read(what, 0));
        }
        looksTheSame(unknown.answer(answer(1, 1, 11, 2)), foreign.answer(answer(1, 1, 11, 2)));
        looksTheSame(unknown.start(UUID.randomUUID()), foreign.start(UUID.randomUUID()));
    }

    private static void looksTheSame(Reply unknown, Reply foreign) {
        isProblem(unknown, "not-found");
        isProblem(foreign, "not-found");
        assertThat(((ObjectNode) foreign.json()).without("instance"))
                .isEqualTo(((ObjectNode) unknown.json()).without("instance"));
    }

    private Reply read(Query query, Call call) {
        return client.sendAs(query.reader(exam), call);
    }
}
