package org.examledger.endtoend.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.examledger.endtoend.http.TinyExam.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.ResumeState;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.replay.EventFold;

/**
 * People who take an exam at the same time: each answers, waits for the receipt, and looks at every fifth of his pages
 * again. Whatever happens meanwhile, no answer may be refused or lost, and each is stored once.
 */
final class Takers implements AutoCloseable {
    private static final int QUESTIONS = 3;
    private static final int LOOKS_EACH = 5;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Sitting>> sittings = new ArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean enough;

    /**
     * What one of them was told.
     *
     * @param current the options that count, by question
     * @param position the newest that he was told
     */
    private record Sitting(SessionClient session, long answers, Map<String, List<Integer>> current, long position) {}

    /** They begin at once. */
    Takers(TinyExam exam, RandomGenerator.SplittableGenerator random) {
        for (var session : exam.sessions()) {
            var his = random.split();
            sittings.add(threads.submit(() -> sit(session, his)));
        }
    }

    private Sitting sit(SessionClient session, RandomGenerator random) {
        var started = session.start(UUID.randomUUID()).as(Receipt.class);
        var current = new TreeMap<String, List<Integer>>();
        var position = started.position();
        var number = 0L;
        while (!enough) {
            var click = click(started.epoch(), ++number, random);
            position = session.answer(click).as(Receipt.class).position();
            current.put(Integer.toString(click.questionId()), click.optionIds());
            answers.incrementAndGet();
            if (number % LOOKS_EACH == 0) {
                assertThat(shown(session, position).answers()).isEqualTo(current);
            }
        }
        return new Sitting(session, number, current, position);
    }

    private static SelectAnswer click(long epoch, long number, RandomGenerator random) {
        return answer(epoch, number, 11 + random.nextInt(QUESTIONS), 1 + random.nextInt(4));
    }

    private static ResumeState shown(SessionClient session, long atLeast) {
        return session.read("resume", atLeast).as(ResumeState.class);
    }

    /** How many answers have been acknowledged so far. */
    int answers() {
        return answers.get();
    }

    /** Lets them come to an end and holds what they were told against the log and the page of each. */
    void stopAndCheck() {
        enough = true;
        for (var running : sittings) {
            check(ended(running));
        }
    }

    private static Sitting ended(Future<Sitting> running) {
        try {
            return running.get();
        } catch (ExecutionException refused) {
            throw new AssertionError("somebody could not take his exam", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void check(Sitting sitting) {
        var session = sitting.session();
        var stored = new LinkedHashMap<Long, Integer>();
        for (var key : EventFold.of(new AuditTrail(session.client()).of(session.sessionId(), sitting.position()))
                .clicks()
                .entrySet()) {
            stored.put(key.getKey().clientSeq(), key.getValue().size());
        }
        assertThat(stored).as("each answer is one fact").hasSize(Math.toIntExact(sitting.answers()));
        assertThat(stored.values()).as("each answer is one fact").containsOnly(1);
        assertThat(shown(session, sitting.position()).answers()).isEqualTo(sitting.current());
    }

    @Override
    public void close() {
        enough = true;
        threads.close();
    }
}
