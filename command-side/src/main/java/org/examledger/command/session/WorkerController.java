package org.examledger.command.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.http.Checked;
import org.examledger.command.http.Problem;
import org.examledger.events.Actor;
import org.examledger.events.session.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The worker's commands. */
@RestController
@RequestMapping("/api/v1/sessions/{sessionId}")
class WorkerController {
    private static final String KEY = "Idempotency-Key";
    private static final int BATCH = 500;

    private final Commands commands;
    private final WrongWords wrongWords;
    private final JsonMapper json;

    WorkerController(Commands commands, WrongWords wrongWords, JsonMapper json) {
        this.commands = commands;
        this.wrongWords = wrongWords;
        this.json = json;
    }

    record StartBody(
            @Nullable String clientId,
            @Nullable String device,
            @Nullable String accessToken) {
        /** A word is in no log, not even in that of the web layer. */
        @Override
        public String toString() {
            return "StartBody[clientId=" + clientId + ", device=" + device + "]";
        }
    }

    @PostMapping("/start")
    ResponseEntity<ReceiptBody> start(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody StartBody body,
            Actor actor) {
        var checked = new Checked();
        var clientId = checked.text("clientId", body.clientId(), 200);
        var device = body.device() == null ? null : checked.optionalText("device", body.device(), 200);
        var word = body.accessToken() == null ? null : checked.optionalText("accessToken", body.accessToken(), 200);
        checked.orRefuse();
        var command = new StartSession(
                sessionId, actor.person(), clientId, device, word == null ? null : new Secret(word), key);
        return ReceiptBody.plain(
                word == null
                        ? commands.send(command, actor)
                        : wrongWords.tried(actor.person(), () -> commands.send(command, actor)));
    }

    record SelectBody(
            @Nullable Integer epoch,
            @Nullable Long clientSeq,
            @Nullable Integer questionId,
            @Nullable List<@Nullable Integer> optionIds,
            @Nullable Integer pageIndex,
            @Nullable Instant clientTime) {}

    @PostMapping("/answers")
    ResponseEntity<ReceiptBody> selectAnswer(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody SelectBody body,
            Actor actor) {
        var checked = new Checked();
        var epoch = checked.epoch(body.epoch());
        var answer = new AnswerBody(
                        body.clientSeq(), body.questionId(), body.optionIds(), body.pageIndex(), body.clientTime())
                .read(checked, "");
        checked.orRefuse();
        return ReceiptBody.plain(commands.send(new SelectAnswer(sessionId, actor.person(), epoch, answer, key), actor));
    }

    record BatchBody(@Nullable Integer epoch, @Nullable List<@Nullable AnswerBody> answers) {}

    @PostMapping("/answers/batch")
    ResponseEntity<ReceiptBody> selectAnswers(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody BatchBody body,
            Actor actor) {
        var checked = new Checked();
        var epoch = checked.epoch(body.epoch());
        var answers = AnswerBody.read(checked, checked.list("answers", body.answers(), BATCH));
        if (body.answers() != null && body.answers().isEmpty()) {
            checked.against("answers", "is empty");
        }
        checked.orRefuse();
        return ReceiptBody.withResults(
                commands.send(new SelectAnswers(sessionId, actor.person(), epoch, answers, key), actor));
    }

    record PageBody(
            @Nullable Integer epoch,
            @Nullable Long clientSeq,
            @Nullable Integer pageIndex,
            @Nullable Instant clientTime) {}

    @PostMapping("/page")
    ResponseEntity<ReceiptBody> changePage(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody PageBody body,
            Actor actor) {
        var checked = new Checked();
        var command = new ChangePage(
                sessionId,
                actor.person(),
                checked.epoch(body.epoch()),
                checked.sequence("clientSeq", body.clientSeq(), 1),
                checked.integer("pageIndex", body.pageIndex()),
                ClientTime.cut(body.clientTime()),
                key);
        checked.orRefuse();
        return ReceiptBody.plain(commands.send(command, actor));
    }

    /** @param csrf looked at before anything gets here */
    record HeartbeatBody(
            @Nullable Integer epoch,
            @Nullable String visibility,
            @Nullable Instant clientTime,
            @Nullable String csrf) {}

    @PostMapping(path = "/heartbeat", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReceiptBody> sendHeartbeat(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody HeartbeatBody body,
            Actor actor) {
        var checked = new Checked();
        var epoch = checked.epoch(body.epoch());
        var visibility = Visibility.of(checked.text("visibility", body.visibility(), 20));
        if (visibility.isEmpty()) {
            checked.against("visibility", "must be visible, hidden or leaving");
        }
        checked.orRefuse();
        var command = new SendHeartbeat(
                sessionId, actor.person(), epoch, visibility.orElseThrow(), ClientTime.cut(body.clientTime()), key);
        return ReceiptBody.withNotices(commands.send(command, actor));
    }

    /** A page that is being left can send plain text only. */
    @PostMapping(path = "/heartbeat", consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<ReceiptBody> sendBeacon(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody String body,
            Actor actor) {
        return sendHeartbeat(sessionId, key, beacon(body), actor);
    }

    private HeartbeatBody beacon(String body) {
        try {
            @Nullable HeartbeatBody read = json.readValue(body, HeartbeatBody.class);
            if (read != null) {
                return read;
            }
        } catch (JacksonException unreadable) {
            // Answered below, like a body that says nothing.
        }
        throw Problem.invalid("body", "is not the JSON of a heartbeat");
    }

    record SubmitBody(
            @Nullable Integer epoch,
            @Nullable Long clientSeq,
            @Nullable Long lastAnswerSeq,
            @Nullable List<@Nullable AnswerBody> answers,
            @Nullable Map<Integer, @Nullable Long> current) {}

    @PostMapping("/submit")
    ResponseEntity<ReceiptBody> submit(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody SubmitBody body,
            Actor actor) {
        var checked = new Checked();
        var command = new SubmitSession(
                sessionId,
                actor.person(),
                checked.epoch(body.epoch()),
                checked.sequence("clientSeq", body.clientSeq(), 1),
                checked.sequence("lastAnswerSeq", body.lastAnswerSeq(), 0),
                body.answers() == null
                        ? List.of()
                        : AnswerBody.read(checked, checked.list("answers", body.answers(), BATCH)),
                current(checked, body.current()),
                key);
        checked.orRefuse();
        return ReceiptBody.plain(commands.send(command, actor));
    }

    private static Map<Integer, Long> current(Checked checked, @Nullable Map<Integer, @Nullable Long> current) {
        var read = new HashMap<Integer, Long>();
        if (current != null) {
            current.forEach(
                    (question, sequence) -> read.put(question, checked.sequence("current." + question, sequence, 1)));
        }
        return read;
    }

    record AbandonBody(@Nullable Integer epoch) {}

    @PostMapping("/abandon")
    ResponseEntity<ReceiptBody> abandon(
            @PathVariable UUID sessionId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody AbandonBody body,
            Actor actor) {
        var checked = new Checked();
        var epoch = checked.epoch(body.epoch());
        checked.orRefuse();
        return ReceiptBody.plain(commands.send(new AbandonSession(sessionId, actor.person(), epoch, key), actor));
    }
}
