package org.examledger.endtoend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.ContractAssertions.isAnyProblem;
import static org.examledger.endtoend.http.ContractAssertions.isProblem;
import static org.examledger.endtoend.http.ContractAssertions.isReceipt;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.examledger.endtoend.client.AnswerBatch;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.CloseSession;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SendHeartbeat;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.StartSession;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.service.SharedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The session of each test is the same after all of it. */
@ExtendWith(SharedService.class)
class BadInputIT {
    private static final int WORKER_LIMIT = 256 * 1024;
    private static final int DRAFT_LIMIT = 8 * 1024 * 1024;
    private static final long HIGHEST_SEQUENCE = (1L << 53) - 1;

    private final LedgerClient client;
    private TinyExam exam;
    private SessionClient session;
    private Receipt before;

    BadInputIT(LedgerClient client) {
        this.client = client;
    }

    @BeforeEach
    void start() {
        exam = TinyExam.locked(client, 2);
        session = exam.session();
        before = isReceipt(session.answer(answer(exam.start().epoch(), 1, 11, 2)), "stored");
    }

    @AfterEach
    void nothing_was_stored() {
        var events = new AuditTrail(client).of(session.sessionId(), before.position());
        assertThat(events.getLast().sequence()).isEqualTo(before.sequence());
        var untouched = exam.sessions().getLast().sessionId();
        assertThat(new AuditTrail(client).of(untouched, before.position())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "other worker", "owner", "hc", "auditor"})
    void a_malformed_body_is_a_problem_with_a_code_for_everyone(String caller) {
        for (var good : goodCalls(session, before.epoch())) {
            for (var bad : BadBodies.malformed(good, WORKER_LIMIT)) {
                refused(bad, caller);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "other worker", "owner", "hc", "auditor"})
    void a_field_of_a_wrong_type_or_range_is_a_problem_with_a_code_for_everyone(String caller) {
        for (var good : goodCalls(session, before.epoch())) {
            for (var bad : BadBodies.wrongFields(good)) {
                refused(bad, caller);
            }
        }
    }

    @Test
    void a_malformed_body_stores_nothing_before_the_start_and_after_the_end_either() {
        var other = TinyExam.locked(client, 2);
        var ended = other.session();
        var upcoming = other.sessions().getLast();
        var epoch = other.start().epoch();
        var end = isReceipt(ended.submit(new SubmitSession(epoch, 1, 0, null, null)), "stored");

        for (var sleeping : List.of(ended, upcoming)) {
            for (var good : goodCalls(sleeping, epoch)) {
                for (var bad : BadBodies.malformed(good, WORKER_LIMIT)) {
                    isAnyProblem(sleeping.send(bad.call()));
                    isAnyProblem(hc(bad.call()));
                }
            }
        }

        assertThat(new AuditTrail(client)
                        .of(ended.sessionId(), end.position())
                        .getLast()
                        .sequence())
                .isEqualTo(end.sequence());
        assertThat(new AuditTrail(client).of(upcoming.sessionId(), end.position()))
                .hasSize(1);
    }

    @Test
    void nobody_but_the_owner_acts_on_a_session() {
        for (var good : goodCalls(session, before.epoch())) {
            if (!good.path().endsWith("/close")) {
                for (var caller : List.of("anonymous", "other worker", "hc", "auditor")) {
                    refused(new BadBodies.BadCall("somebody else", good), caller);
                }
            } else {
                for (var caller : List.of("anonymous", "other worker", "owner", "auditor")) {
                    refused(new BadBodies.BadCall("not HC", good), caller);
                }
            }
        }
    }

    @Test
    void what_is_not_on_the_paper_is_refused_by_name() {
        var epoch = before.epoch();
        for (var foreign : List.of(
                answer(epoch, 2, 14, 1),
                answer(epoch, 2, 11, 5),
                new SelectAnswer(epoch, 2L, 11, List.of(1), 3, null),
                new SelectAnswer(epoch, 2L, Integer.MAX_VALUE, List.of(1), 0, null))) {
            isProblem(session.answer(foreign), "not-on-paper");
        }
        isProblem(session.turnTo(new ChangePage(epoch, 2, 3, null)), "not-on-paper");
        isAnyProblem(session.answer(answer(epoch, 2, 11, 1, 2)));
        isAnyProblem(session.answer(answer(epoch, 2, 13, 1, 1)));
    }

    @Test
    void a_word_the_contract_does_not_know_is_refused() {
        isProblem(session.beat(new SendHeartbeat(before.epoch(), "asleep")), "invalid-request");
        isProblem(hc(call(session, "close", new CloseSession("fire alarm", "MAYBE"))), "invalid-request");
        isProblem(hc(call(session, "close", new CloseSession(" ", "ZERO"))), "invalid-request");
    }

    @Test
    void an_epoch_or_sequence_that_cannot_be_is_refused() {
        for (var impossible : List.of(
                answer(before.epoch() + 1, 2, 12, 1),
                answer(0, 2, 12, 1),
                answer(Long.MAX_VALUE, 2, 12, 1),
                answer(before.epoch(), 0, 12, 1),
                answer(before.epoch(), HIGHEST_SEQUENCE + 1, 12, 1),
                answer(before.epoch(), Long.MIN_VALUE, 12, 1))) {
            isProblem(session.answer(impossible), "invalid-request");
        }
    }

    @Test
    void a_batch_holds_at_most_five_hundred_answers_and_at_least_one() {
        var tooMany = new ArrayList<SelectAnswer>();
        for (var clientSeq = 2; clientSeq <= 502; clientSeq++) {
            tooMany.add(answer(before.epoch(), clientSeq, 12, 1).withoutEpoch());
        }

        isAnyProblem(session.answers(new AnswerBatch(before.epoch(), tooMany)));
        isProblem(session.answers(new AnswerBatch(before.epoch(), List.of())), "invalid-request");
    }

    @Test
    void each_kind_of_malformed_body_has_its_code() {
        var good = Call.post(Paths.session(session.sessionId(), "answers"), answer(before.epoch(), 2, 12, 1));
        for (var bad : BadBodies.malformed(good, WORKER_LIMIT)) {
            var code = switch (bad.name()) {
                case "huge" -> "payload-too-large";
                case "a media type that is none of ours" -> "unsupported-media-type";
                default -> "invalid-request";
            };
            isProblem(session.send(bad.call()), code);
        }
        isProblem(session.send(good.with("Idempotency-Key", "not-a-uuid")), "invalid-request");
        isProblem(session.send(Call.get(good.path())), "method-not-allowed");
    }

    @Test
    void a_bad_draft_leaves_the_drafts_as_they_were() {
        var draft = TinyExam.draft("Untouched", 1);
        var saved = hc(Call.post(Paths.DRAFTS, draft)).json();
        var path = Paths.draft(saved.path("draftId").asString());
        var untouched =
                hc(Call.get(path).atLeast(saved.path("position").asLong())).json();
        var list = hc(Call.get(Paths.DRAFTS)).json();

        for (var good : List.of(Call.post(Paths.DRAFTS, draft), Call.put(path, draft))) {
            for (var bad : BadBodies.malformed(good, DRAFT_LIMIT)) {
                refused(bad, "hc");
                // Nobody has to read eight megabytes of somebody who may not send them.
                if (!bad.name().equals("huge")) {
                    refused(bad, "owner");
                    refused(bad, "anonymous");
                }
            }
            for (var field : List.of("title", "durationMinutes", "workers", "questions")) {
                var wrong = new Call(
                        good.method(),
                        good.path(),
                        null,
                        good.headers(),
                        ("{\"" + field + "\":{\"a\":[]}}").getBytes(StandardCharsets.UTF_8));
                refused(new BadBodies.BadCall(field, wrong), "hc");
            }
        }

        assertThat(hc(Call.get(path)).json()).isEqualTo(untouched);
        assertThat(hc(Call.get(Paths.DRAFTS)).json()).isEqualTo(list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sessions/no-uuid/resume", "/api/v1/sessions/%00/status", "/api/v1/exams/no-uuid/monitor",
                "/api/v1/drafts/no-uuid", "/api/v1/audit/sessions/no-uuid/events", "/api/v1/me/sessions?atLeast=x",
                "/api/v1/drafts?atLeast=99999999999999999999", "/api/v1/no-such-route"
            })
    void a_bad_address_is_a_problem_with_a_code_for_everyone(String path) {
        for (var caller : List.of("anonymous", "other worker", "owner", "hc", "auditor")) {
            refused(new BadBodies.BadCall("address", Call.get(path)), caller);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{", "[]", "\"x\"", "7", "{\"epoch\":\"x\"}", "{\"epoch\":1,\"surprise\":1}", "{} {}"})
    void a_beacon_that_cannot_be_read_is_refused(String body) {
        var path = Paths.session(session.sessionId(), "heartbeat");
        isProblem(session.send(Call.post(path, body).with("Content-Type", "text/plain")), "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=-1", "?limit=100001", "?after=x", "?limit=1e9"})
    void a_bad_part_of_history_is_refused(String query) {
        isProblem(client.sendAs("auditor", Call.get(Paths.events(session.sessionId()) + query)), "invalid-request");
    }

    @Test
    void a_token_that_is_none_is_refused() {
        for (var token : List.of("x", "a.b.c", client.token("hc") + "x")) {
            isProblem(client.send(Call.get(Paths.DRAFTS).as(token)), "unauthenticated");
        }
        isAnyProblem(client.send(Call.post(Paths.DEMO_TOKEN, "{\"username\":\"hc\",\"password\":\"wrong\"}")));
        isAnyProblem(client.send(Call.post(Paths.DEMO_TOKEN, "{\"username\":\"worker-0\",\"password\":\"demo\"}")));
    }

    private void refused(BadBodies.BadCall bad, String caller) {
        var reply = client.send(bad.call().as(token(caller)));
        assertThat(reply.status())
                .as("%s %s with %s by %s", bad.call().method(), bad.call().path(), bad.name(), caller)
                .isBetween(400, 499);
        isAnyProblem(reply);
        if (caller.equals("anonymous") && bad.call().body() != null) {
            isProblem(reply, "unauthenticated");
        }
    }

    private @Nullable String token(String caller) {
        return switch (caller) {
            case "anonymous" -> null;
            case "owner" -> client.token(session.workerId());
            case "other worker" -> client.token(exam.sessions().getLast().workerId());
            default -> client.token(caller);
        };
    }

    /** One valid body for each command on the running session; none of them is ever accepted here. */
    private static List<Call> goodCalls(SessionClient session, long epoch) {
        var second = answer(epoch, 2, 12, 1);
        return List.of(
                call(session, "start", new StartSession("client", "device")),
                call(session, "answers", second),
                call(session, "answers/batch", new AnswerBatch(epoch, List.of(second.withoutEpoch()))),
                call(session, "page", new ChangePage(epoch, 2, 1, null)),
                call(session, "heartbeat", new SendHeartbeat(epoch, "hidden")),
                call(session, "submit", new SubmitSession(epoch, 2, 1, null, null)),
                call(session, "close", new CloseSession("none", "ZERO")));
    }

    private static Call call(SessionClient session, String what, Object body) {
        return Call.post(Paths.session(session.sessionId(), what), body).withKey(UUID.randomUUID());
    }

    private Reply hc(Call call) {
        return client.sendAs("hc", call);
    }
}
