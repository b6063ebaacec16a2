package org.examledger.command.exam;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.examledger.command.handling.Command;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.NoSuchStreamException;
import org.examledger.events.Actor;
import org.examledger.events.FactMetadata;
import org.examledger.events.exam.AssignedWorker;
import org.slf4j.MDC;

/** Sends the commands of a fan-out, many at once and not all at once. */
final class SessionsOfExam implements Reaching {
    /** So many at once keep the appender's batches full without crowding out the clicks of running exams. */
    private static final int AT_ONCE = 64;

    private static final int ATTEMPTS = 6;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Commands commands;
    private final Semaphore places = new Semaphore(AT_ONCE);

    SessionsOfExam(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void reach(FanOut fanOut, int from, int to) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = fanOut.workers().subList(from, to).stream()
                    .map(worker -> threads.submit(inPlace(fanOut, worker)))
                    .toList();
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private Callable<Boolean> inPlace(FanOut fanOut, AssignedWorker worker) {
        return () -> {
            places.acquire();
            try {
                send(fanOut, fanOut.order().apply(worker));
                return true;
            } finally {
                places.release();
            }
        };
    }

    /** The session's facts carry the correlation of the request that concerned them all. */
    private void send(FanOut fanOut, Command command) throws InterruptedException {
        MDC.put("correlationId", metadata(fanOut, FactMetadata.CORRELATION));
        var role = Actor.Role.valueOf(metadata(fanOut, FactMetadata.ROLE).toUpperCase(Locale.ROOT));
        var actor = new Actor(metadata(fanOut, FactMetadata.ACTOR), role);
        for (var attempt = 1; ; attempt++) {
            try {
                commands.<Object>send(command, actor);
                return;
            } catch (NoSuchStreamException missing) {
                throw missing;
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
                Thread.sleep(PAUSE.multipliedBy(1L << attempt));
            }
        }
    }

    private static String metadata(FanOut fanOut, String key) {
        return (String) fanOut.cause().getMetaData().getOrDefault(key, "");
    }
}
