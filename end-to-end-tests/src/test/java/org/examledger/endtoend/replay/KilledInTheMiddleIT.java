package org.examledger.endtoend.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.examlog.Click;
import org.examledger.endtoend.examlog.ExamLogs;
import org.examledger.endtoend.examlog.TestSeed;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KilledInTheMiddleIT {
    private static final int STUDENTS = 60;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private ServiceProcess service;
    private LedgerClient client;

    @BeforeEach
    void start() {
        service = ServiceProcess.start(SharedService.workDirectory());
        client = new LedgerClient(service.baseUrl());
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void what_was_acknowledged_survives_kills_of_service_and_database_exactly_once() throws Exception {
        var seed = TestSeed.of(KilledInTheMiddleIT.class);
        var log = ExamLogs.realOrGenerated(seed).first(STUDENTS);
        var commands = log.students().stream()
                .mapToLong(student -> Click.of(student).size())
                .sum();
        var replay = new Replay(client, log, ReplayOptions.of(STUDENTS, 24, seed));

        // Closed in reverse, so that a failure here does not wait for clients of a dead service.
        try (var background = Executors.newVirtualThreadPerTaskExecutor();
                var students = client) {
            var running = background.submit(replay::run);
            killWhen(commands * 15 / 100, replay, running, service::kill);
            killWhen(commands * 40 / 100, replay, running, service::killWithDatabase);
            killWhen(commands * 65 / 100, replay, running, service::kill);

            var replayed = running.get(10, TimeUnit.MINUTES);
            System.out.print(
                    replayed.tally().summary(STUDENTS, replayed.took(), client.unknownOutcomes(), client.putOff()));
            assertThat(ReplayVerdict.of(client, replayed).differences())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    /** The kill counts only when it met clients at work: it came before the end, and they noticed. */
    private void killWhen(long acknowledged, Replay replay, Future<ReplayedExam> running, Runnable kill) {
        await().atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> running.isDone() || replay.tally().acknowledged.sum() >= acknowledged);
        assertThat(running.isDone())
                .as("INCONCLUSIVE: the replay was over before the kill")
                .isFalse();
        var unknownBefore = client.unknownOutcomes();
        kill.run();
        assertThat(service.isAlive()).isFalse();
        await().atMost(LONG_ENOUGH).until(() -> client.unknownOutcomes() > unknownBefore);
        service.restart();
    }
}
