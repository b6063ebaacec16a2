package org.examledger.command.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Checked;
import org.examledger.command.http.Replies;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** HC's commands on pools. */
@RestController
@RequestMapping("/api/v1/question-pools")
class PoolController {
    private static final Logger LOG = LoggerFactory.getLogger(PoolController.class);
    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_NAME = 100;
    private static final int MOST_LEVELS = 50;

    private final Commands commands;
    private final WhenGenerationRequestedThenBringQuestions generations;
    private final PictureShelf shelf;
    private final JsonMapper json;

    PoolController(
            Commands commands,
            WhenGenerationRequestedThenBringQuestions generations,
            PictureShelf shelf,
            JsonMapper json) {
        this.commands = commands;
        this.generations = generations;
        this.shelf = shelf;
        this.json = json;
    }

    record PublishedBody(
            String technology,
            String level,
            String outcome,
            int revision,
            int questions,
            long sequence,
            long position) {}

    @PutMapping("/{technology}/{level}")
    ResponseEntity<PublishedBody> publish(
            @PathVariable String technology,
            @PathVariable String level,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody ObjectNode body,
            Actor actor) {
        var checked = new Checked();
        var title = title(technology, level, checked);
        body.propertyNames().stream()
                .filter(it -> !it.equals("questions"))
                .forEach(it -> checked.against(it, "is not a field of a pool"));
        var questions = PoolQuestions.read(body.get("questions"), json, shelf, checked);
        checked.orRefuse();
        Reply<PoolReceipt> reply = commands.send(new PublishPool(title, questions, null, key), actor);
        var receipt = Replies.accepted(reply);
        return Replies.of(
                HttpStatus.OK,
                reply,
                new PublishedBody(
                        technology,
                        level,
                        receipt.outcome().word(),
                        receipt.revision(),
                        receipt.questions(),
                        reply.sequence(),
                        reply.position()));
    }

    record GenerateBody(@Nullable List<@Nullable String> levels) {}

    /**
     * What became of one level.
     *
     * @param outcome started, joined or refused
     * @param code of the refusal
     */
    record LevelBody(
            String technology,
            String level,
            String outcome,
            @Nullable UUID generationId,
            @Nullable String code,
            @Nullable Long position) {}

    /** Each level is asked for on its own; what becomes of one changes nothing for the others. */
    @PostMapping("/{technology}/generate")
    ResponseEntity<List<LevelBody>> generate(
            @PathVariable String technology,
            @RequestHeader(name = KEY, required = false) @Nullable UUID key,
            @RequestBody GenerateBody body,
            Actor actor) {
        var checked = new Checked();
        var levels = checked.list("levels", body.levels(), MOST_LEVELS);
        if (levels.isEmpty() && checked.wrong().isEmpty()) {
            checked.against("levels", "there must be at least one");
        }
        var titles = new ArrayList<PoolTitle>();
        for (var index = 0; index < levels.size(); index++) {
            titles.add(title(technology, levels.get(index), "levels[" + index + "]", checked));
        }
        checked.orRefuse();
        var entries = titles.stream().map(title -> generate(title, key, actor)).toList();
        var position = entries.stream()
                .map(LevelBody::position)
                .filter(Objects::nonNull)
                .mapToLong(it -> it)
                .max()
                .orElse(0);
        return Replies.of(HttpStatus.ACCEPTED, position, entries);
    }

    private LevelBody generate(PoolTitle title, @Nullable UUID key, Actor actor) {
        try {
            var reply = generations.request(title, key, actor);
            var refusal = reply.refusal();
            return new LevelBody(
                    title.technology(),
                    title.level(),
                    refusal == null ? reply.answer().outcome().word() : "refused",
                    reply.answer().generationId(),
                    refusal == null ? null : refusal.code().word(),
                    reply.position());
        } catch (RuntimeException failed) {
            LOG.warn("A generation of {} could not be asked for", title, failed);
            return new LevelBody(title.technology(), title.level(), "refused", null, "unavailable", null);
        }
    }

    private static PoolTitle title(String technology, String level, Checked checked) {
        return title(technology, level, "level", checked);
    }

    private static PoolTitle title(String technology, String level, String at, Checked checked) {
        return new PoolTitle(
                checked.text("technology", technology, LONGEST_NAME), checked.text(at, level, LONGEST_NAME));
    }
}
