package org.examledger.command.handling;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.examledger.events.Actor;
import org.examledger.events.FactMetadata;
import org.slf4j.MDC;

/**
 * Sends a command to its aggregate and answers only with what is certain.
 *
 * <p>What was appended is certain when the append returned. What was decided without appending (a repeat, a refusal, a
 * heartbeat that is not stored) was decided on a cached aggregate, which another process may have overtaken: so the
 * stream's head is looked up first, and if it is not the cached one, the command is decided again on fresh facts.
 */
public final class Commands {
    private static final int ATTEMPTS = 6;
    private static final long BACKOFF_NANOS = 2_000_000;

    private final CommandGateway gateway;
    private final EventLog log;
    private final Cache cache;

    public Commands(CommandGateway gateway, EventLog log, Cache cache) {
        this.gateway = gateway;
        this.log = log;
        this.cache = cache;
    }

    /**
     * Sends a command that answers with an {@code A}.
     *
     * @throws NoSuchStreamException when the command's aggregate does not exist
     * @throws CommandUndecidedException when other writers were quicker at every attempt; nothing was stored
     * @throws CommandOutcomeUnknownException when the virtual machine failed; the same command may be sent again
     */
    public <A> Reply<A> send(Command command, Actor actor) {
        var message = GenericCommandMessage.asCommandMessage(command)
                .andMetaData(Map.of(
                        FactMetadata.ACTOR, actor.person(),
                        FactMetadata.ROLE, actor.role().word(),
                        FactMetadata.CORRELATION, correlation()));
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Reply<A> reply = gateway.sendAndWait(message);
                if (isCertain(command, reply)) {
                    return reply;
                }
                cache.remove(command.stream());
            } catch (AggregateNotFoundException missing) {
                throw new NoSuchStreamException(command.stream(), missing);
            } catch (ConcurrencyException conflict) {
                pause(attempt);
            } catch (RuntimeException failure) {
                if (!log.nothingWasSent(failure) || attempt == ATTEMPTS) {
                    throw failure;
                }
                pause(attempt);
            } catch (Error error) {
                throw new CommandOutcomeUnknownException(command.stream(), error);
            }
        }
        throw new CommandUndecidedException(command.stream());
    }

    private <A> boolean isCertain(Command command, Reply<A> reply) {
        if (reply.appended()) {
            return true;
        }
        var head = log.headOf(command.stream());
        if (head.isEmpty() || head.get().sequence() != reply.sequence()) {
            return false;
        }
        reply.certainAt(head.get().position());
        return true;
    }

    /** Waits a little and at random, so that two processes that met once do not meet again. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(BACKOFF_NANOS << attempt));
    }

    /** The web layer keeps the request's correlation id in the logging context; automations have none. */
    private static String correlation() {
        var id = MDC.get("correlationId");
        return id != null ? id : "";
    }
}
