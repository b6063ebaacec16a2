package org.examledger.command.pool;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Reply;
import org.examledger.command.pool.PoolReceipt.Outcome;
import org.examledger.events.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever starts a generation brings its questions, in the background and each pool for itself: one that fails keeps
 * none of the others (seed 002). A process that dies meanwhile leaves a generation that the next request starts again.
 */
final class WhenGenerationRequestedThenBringQuestions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WhenGenerationRequestedThenBringQuestions.class);

    private final QuestionSource source;
    private final Commands commands;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WhenGenerationRequestedThenBringQuestions(QuestionSource source, Commands commands) {
        this.source = source;
        this.commands = commands;
    }

    /** Asks for a generation; answers as soon as it is known which one. */
    Reply<PoolReceipt> request(PoolTitle pool, @Nullable UUID commandId, Actor actor) {
        var generationId = UUID.randomUUID();
        Reply<PoolReceipt> reply = commands.send(new RequestGeneration(pool, generationId, commandId), actor);
        if (reply.refusal() == null && reply.answer().outcome() == Outcome.STARTED) {
            threads.execute(() -> bring(pool, generationId));
        }
        return reply;
    }

    private void bring(PoolTitle pool, UUID generationId) {
        try {
            Reply<PoolReceipt> reply = commands.send(result(pool, generationId), Actor.SYSTEM);
            LOG.info("Questions of {}: {}", pool, reply.answer().outcome().word());
        } catch (RuntimeException failed) {
            LOG.warn("The generation of {} has no result; the next request will start another", pool, failed);
        }
    }

    private PoolCommand result(PoolTitle pool, UUID generationId) {
        try {
            return new PublishPool(pool, source.questionsOf(pool), generationId, null);
        } catch (NoQuestionsException none) {
            return new FailGeneration(pool, generationId, String.valueOf(none.getMessage()));
        } catch (RuntimeException broken) {
            LOG.warn("The source of questions failed for {}", pool, broken);
            return new FailGeneration(pool, generationId, "The source of questions failed.");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
