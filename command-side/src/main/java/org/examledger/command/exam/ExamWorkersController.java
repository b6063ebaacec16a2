package org.examledger.command.exam;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.People;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Checked;
import org.examledger.command.http.Problem;
import org.examledger.command.http.Replies;
import org.examledger.command.session.WithdrawWorker;
import org.examledger.events.Actor;
import org.examledger.events.exam.AssignedWorker;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who takes an exam: HC puts workers on it and takes them off again. */
@RestController
@RequestMapping("/api/v1/exams/{examId}/workers")
class ExamWorkersController {
    private static final String KEY = "Idempotency-Key";
    private static final int MOST_WORKERS = 20_000;

    private final Commands commands;
    private final People people;
    private final Exams exams;
    private final WhenWorkersAssignedThenAssignSessions sessions;

    ExamWorkersController(
            Commands commands, People people, Exams exams, WhenWorkersAssignedThenAssignSessions sessions) {
        this.commands = commands;
        this.people = people;
        this.exams = exams;
        this.sessions = sessions;
    }

    record WorkersBody(@Nullable List<@Nullable WorkerBody> workers) {}

    record WorkerBody(
            @Nullable String workerId,
            @Nullable String name,
            @Nullable Integer extraMinutes,
            @Nullable Integer portalSessionId) {}

    record AssignedBody(UUID examId, List<SessionBody> sessions, long sequence, long position) {}

    record SessionBody(UUID sessionId, String workerId) {}

    /** Answers when everyone who is named has his session; who had one keeps it as it is. */
    @PostMapping
    ResponseEntity<AssignedBody> assignWorkers(
            @PathVariable UUID examId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody WorkersBody body,
            Actor actor) {
        var workers = checked(body);
        var persons = people.personsOf(workers.keySet());
        var newcomers = workers.entrySet().stream()
                .map(it -> new Newcomer(
                        persons.getOrDefault(it.getKey(), ""),
                        extraMinutes(it.getValue()),
                        it.getValue().portalSessionId()))
                .toList();
        Reply<ExamReceipt> reply = commands.send(new AssignWorkers(examId, newcomers, key), actor);
        var receipt = Replies.accepted(reply);
        people.learnNames(names(workers));
        var position = Math.max(reply.position(), sessions.complete(examId).position());
        return Replies.of(
                HttpStatus.OK,
                position,
                new AssignedBody(examId, bodies(receipt.workers()), reply.sequence(), position));
    }

    record WithdrawBody(@Nullable String reason) {}

    /** The reason comes in the body or in the query: not everything on the way lets a body of DELETE through. */
    @DeleteMapping("/{workerId}")
    ResponseEntity<AssignedBody> withdrawWorker(
            @PathVariable UUID examId,
            @PathVariable String workerId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestParam(required = false) @Nullable String reason,
            @RequestBody(required = false) @Nullable WithdrawBody body,
            Actor actor) {
        var checked = new Checked();
        var why = checked.text(
                "reason", body != null && body.reason() != null ? body.reason() : reason, ExamLimits.REASON);
        checked.orRefuse();
        var worker = workerOf(examId, workerId);
        Reply<Object> reply = commands.send(new WithdrawWorker(worker.sessionId(), why, key), actor);
        var unused = Replies.accepted(reply);
        return Replies.of(
                HttpStatus.OK,
                reply,
                new AssignedBody(examId, bodies(List.of(worker)), reply.sequence(), reply.position()));
    }

    /** Looked for among those on the exam, so that asking for a stranger leaves no entry in the directory. */
    private AssignedWorker workerOf(UUID examId, String workerId) {
        var workers =
                exams.current(examId).map(ExamState::workers).map(List::copyOf).orElse(List.of());
        var workerIds =
                people.workerIdsOf(workers.stream().map(AssignedWorker::person).toList());
        return workers.stream()
                .filter(it -> workerId.equals(workerIds.get(it.person())))
                .findAny()
                .orElseThrow(() -> Problem.of(Refusal.of(Code.NOT_FOUND, "There is nothing here.")));
    }

    /** By worker id, in the order of the request. */
    private static Map<String, WorkerBody> checked(WorkersBody body) {
        var checked = new Checked();
        var workers = new LinkedHashMap<String, WorkerBody>();
        var named = checked.list("workers", body.workers(), MOST_WORKERS);
        if (body.workers() != null && named.isEmpty()) {
            checked.against("workers", "names nobody");
        }
        var numbers = new HashSet<Integer>();
        for (var index = 0; index < named.size(); index++) {
            var at = "workers[" + index + "].";
            var worker = named.get(index);
            var workerId = checked.text(at + "workerId", worker.workerId(), ExamLimits.WORKER_ID);
            if (workers.putIfAbsent(workerId, worker) != null) {
                checked.against(at + "workerId", "is named twice");
            }
            if (worker.name() != null) {
                checked.optionalText(at + "name", worker.name(), ExamLimits.NAME);
            }
            if (extraMinutes(worker) < 0 || extraMinutes(worker) > WrittenWindow.LONGEST_SECONDS / 60) {
                checked.against(at + "extraMinutes", "must be 0 to " + WrittenWindow.LONGEST_SECONDS / 60);
            }
            checkNumber(worker, numbers, at, checked);
        }
        checked.orRefuse();
        return workers;
    }

    private static void checkNumber(WorkerBody worker, Set<Integer> numbers, String at, Checked checked) {
        var number = worker.portalSessionId();
        if (number != null && number < 1) {
            checked.against(at + "portalSessionId", "must be 1 to " + Integer.MAX_VALUE);
        } else if (number != null && !numbers.add(number)) {
            checked.against(at + "portalSessionId", "is named twice");
        }
    }

    private static int extraMinutes(WorkerBody worker) {
        return worker.extraMinutes() == null ? 0 : worker.extraMinutes();
    }

    private static Map<String, String> names(Map<String, WorkerBody> workers) {
        var names = new HashMap<String, String>();
        workers.forEach((workerId, worker) -> {
            if (worker.name() != null && !worker.name().isBlank()) {
                names.put(workerId, worker.name());
            }
        });
        return names;
    }

    private List<SessionBody> bodies(List<AssignedWorker> workers) {
        var workerIds =
                people.workerIdsOf(workers.stream().map(AssignedWorker::person).toList());
        return workers.stream()
                .map(it -> new SessionBody(it.sessionId(), workerIds.getOrDefault(it.person(), it.person())))
                .toList();
    }
}
