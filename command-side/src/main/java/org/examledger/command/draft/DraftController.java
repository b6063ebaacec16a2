package org.examledger.command.draft;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.command.exam.WhenWorkersAssignedThenAssignSessions;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.People;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Problem;
import org.examledger.command.http.Replies;
import org.examledger.command.picture.PictureShelf;
import org.examledger.command.pool.PoolsAtHand;
import org.examledger.events.Actor;
import org.examledger.events.draft.DraftWorker;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.rules.AccessTokens;
import org.examledger.events.rules.NameBasedId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** HC's commands on drafts. */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftController {
    private static final String KEY = "Idempotency-Key";
    private static final int SALT = 16;

    private final Commands commands;
    private final People people;
    private final WhenWorkersAssignedThenAssignSessions sessions;
    private final ExamDefaults defaults;
    private final PoolsAtHand pools;
    private final PictureShelf shelf;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    DraftController(
            Commands commands,
            People people,
            WhenWorkersAssignedThenAssignSessions sessions,
            ExamDefaults defaults,
            PoolsAtHand pools,
            PictureShelf shelf,
            JsonMapper json) {
        this.commands = commands;
        this.people = people;
        this.sessions = sessions;
        this.defaults = defaults;
        this.pools = pools;
        this.shelf = shelf;
        this.json = json;
    }

    record SavedBody(
            UUID draftId,
            int revision,
            Instant savedAt,
            List<DraftReceipt.Overwritten> overwritten,
            long sequence,
            long position) {}

    @PostMapping
    ResponseEntity<SavedBody> start(
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody ObjectNode body,
            Actor actor) {
        var read = DraftBody.read(body, json, shelf);
        var draftId = key == null ? UUID.randomUUID() : NameBasedId.ofDraft(actor.person(), key);
        var editor = new Editor(actor.person(), read.device());
        return saved(
                HttpStatus.CREATED, read, commands.send(new StartDraft(draftId, editor, changes(read), key), actor));
    }

    @PutMapping("/{draftId}")
    ResponseEntity<SavedBody> revise(
            @PathVariable UUID draftId,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody ObjectNode body,
            Actor actor) {
        var read = DraftBody.read(body, json, shelf);
        var editor = new Editor(actor.person(), read.device());
        return saved(
                HttpStatus.OK,
                read,
                commands.send(
                        new ReviseDraft(draftId, editor, changes(read), read.basedOn(), read.overwrite(), key), actor));
    }

    /** The directory learns names from accepted saves only: a refused one stores nothing, not even a name. */
    private ResponseEntity<SavedBody> saved(HttpStatus status, DraftBody body, Reply<DraftReceipt> reply) {
        refuseWithNames(reply);
        var receipt = Replies.accepted(reply);
        people.learnNames(names(body));
        return Replies.of(
                status,
                reply,
                new SavedBody(
                        receipt.draftId(),
                        receipt.revision(),
                        receipt.savedAt(),
                        withNames(receipt.overwritten()),
                        reply.sequence(),
                        reply.position()));
    }

    /** Who would rather not overwrite is told what, and of whom. */
    private void refuseWithNames(Reply<DraftReceipt> reply) {
        var refusal = reply.refusal();
        if (refusal != null && refusal.code() == Refusal.Code.DRAFT_CHANGED) {
            var newer = reply.answer();
            var told = Map.of("revision", newer.revision(), "overwritten", withNames(newer.overwritten()));
            throw Problem.of(Refusal.of(refusal.code(), refusal.detail(), told), reply);
        }
    }

    private List<DraftReceipt.Overwritten> withNames(List<DraftReceipt.Overwritten> overwritten) {
        var names = people.namesOf(
                overwritten.stream().map(DraftReceipt.Overwritten::by).toList());
        return overwritten.stream()
                .map(it -> new DraftReceipt.Overwritten(it.field(), names.getOrDefault(it.by(), it.by()), it.at()))
                .toList();
    }

    /** Names go to the directory, the facts keep opaque ids (R13). */
    private DraftChanges changes(DraftBody body) {
        var workers = body.workers();
        var word = body.accessToken();
        return new DraftChanges(
                body.fields(),
                body.cleared(),
                body.questions(),
                workers == null ? null : opaque(workers),
                word == null ? null : new DraftChanges.Token(word, AccessTokens.of(word, salt())));
    }

    private byte[] salt() {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    private static Map<String, String> names(DraftBody body) {
        var names = new HashMap<String, String>();
        var workers = body.workers();
        if (workers != null) {
            workers.forEach(it -> {
                if (it.workerId() != null && it.name() != null && !it.name().isBlank()) {
                    names.put(it.workerId(), it.name());
                }
            });
        }
        return names;
    }

    private List<DraftWorker> opaque(List<DraftBody.WorkerBody> workers) {
        var persons = people.personsOf(
                workers.stream().map(DraftBody.WorkerBody::workerId).toList());
        return workers.stream()
                .map(it -> new DraftWorker(
                        persons.getOrDefault(it.workerId(), ""),
                        it.extraMinutes() == null ? 0 : it.extraMinutes(),
                        it.portalSessionId()))
                .toList();
    }

    record DiscardedBody(UUID draftId, long sequence, long position) {}

    @DeleteMapping("/{draftId}")
    ResponseEntity<DiscardedBody> discard(
            @PathVariable UUID draftId, @RequestHeader(name = KEY, required = false) @Nullable UUID key, Actor actor) {
        Reply<DraftReceipt> reply = commands.send(new DiscardDraft(draftId, key), actor);
        Replies.accepted(reply);
        return Replies.of(HttpStatus.OK, reply, new DiscardedBody(draftId, reply.sequence(), reply.position()));
    }

    record LockedBody(UUID examId, List<SessionBody> sessions, long sequence, long position) {}

    record SessionBody(UUID sessionId, String workerId) {}

    /** Answers when every worker has his session; a repeat completes what a crash left and gets the first one's result. */
    @PostMapping("/{draftId}/lock")
    ResponseEntity<LockedBody> lock(
            @PathVariable UUID draftId, @RequestHeader(name = KEY, required = false) @Nullable UUID key, Actor actor) {
        Reply<DraftReceipt> reply =
                commands.send(new LockDraft(draftId, defaults, pools, random.nextLong(), key), actor);
        var receipt = Replies.accepted(reply);
        var assigned = sessions.complete(draftId);
        var workers = assigned.workers();
        var workerIds =
                people.workerIdsOf(workers.stream().map(AssignedWorker::person).toList());
        var bodies = workers.stream()
                .map(it -> new SessionBody(it.sessionId(), workerIds.getOrDefault(it.person(), it.person())))
                .toList();
        var position = Math.max(reply.position(), assigned.position());
        return Replies.of(
                receipt.firstTime() ? HttpStatus.CREATED : HttpStatus.OK,
                position,
                new LockedBody(draftId, bodies, reply.sequence(), position));
    }
}
