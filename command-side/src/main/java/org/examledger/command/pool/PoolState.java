package org.examledger.command.pool;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.pool.PoolFact;
import org.examledger.events.pool.PoolGenerationFailed;
import org.examledger.events.pool.PoolGenerationRequested;
import org.examledger.events.pool.PoolPublished;
import org.examledger.events.rules.PoolGeneration;
import org.jspecify.annotations.Nullable;

/** A pool as its facts tell it. */
final class PoolState {
    private final Map<UUID, PoolFact> commands = new HashMap<>();
    private List<ExamQuestion> questions = List.of();
    private int revision;
    private @Nullable Generation generation;
    private @Nullable Instant newestAt;

    /** A generation that has no result yet. */
    private record Generation(UUID id, Instant requestedAt) {}

    void evolve(PoolFact fact, Instant at) {
        newestAt = at;
        switch (fact) {
            case PoolGenerationRequested requested -> {
                generation = new Generation(requested.generationId(), at);
                remember(requested.commandId(), requested);
            }
            case PoolPublished published -> {
                questions = published.questions();
                revision = published.revision();
                end(published.generationId());
                remember(published.commandId(), published);
            }
            case PoolGenerationFailed failed -> end(failed.generationId());
        }
    }

    private void end(@Nullable UUID generationId) {
        if (isWaitingFor(generationId)) {
            generation = null;
        }
    }

    private void remember(@Nullable UUID commandId, PoolFact fact) {
        if (commandId != null) {
            commands.put(commandId, fact);
        }
    }

    /** What the command with this id brought, when there was one (R2). */
    Optional<PoolFact> seen(@Nullable UUID commandId) {
        return commandId == null ? Optional.empty() : Optional.ofNullable(commands.get(commandId));
    }

    /** The generation that whoever asks now joins. */
    Optional<UUID> runningAt(Instant now) {
        return generation != null && PoolGeneration.isRunning(generation.requestedAt(), now)
                ? Optional.of(generation.id())
                : Optional.empty();
    }

    /** Whether a generation's result is still wanted; a late one is, until another generation was asked for. */
    boolean isWaitingFor(@Nullable UUID generationId) {
        return generation != null && generation.id().equals(generationId);
    }

    List<ExamQuestion> questions() {
        return questions;
    }

    int revision() {
        return revision;
    }

    @Nullable
    Instant newestAt() {
        return newestAt;
    }
}
