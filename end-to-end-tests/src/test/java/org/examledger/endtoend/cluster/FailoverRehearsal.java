package org.examledger.endtoend.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.examlog.TestSeed;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;

/**
 * The primary loses its power while exams are taken: {@code make failover}. It needs Debian's packages patroni, etcd-server,
 * postgresql and haproxy, takes minutes, and is not part of the ordinary tests.
 */
class FailoverRehearsal {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    private static final int TAKERS = 8;

    private final long seed = TestSeed.of(FailoverRehearsal.class);
    private final Instant begun = Instant.now();

    @Test
    void what_was_acknowledged_is_there_after_the_primary_died_and_the_service_goes_on_by_itself() {
        assertThat(PatroniPair.missing())
                .as("install the packages of these programs")
                .isEmpty();
        say("starting etcd, two nodes of PostgreSQL, four processes and HAProxy");
        var folder = SharedService.workDirectory().resolve("failover");
        var pair = PatroniPair.start(folder);
        try (var cluster = Cluster.start(pair, folder, 0, "--exam.demo.exam=false");
                var client = new LedgerClient(cluster.front())) {
            var exam = TinyExam.locked(client, TAKERS);
            try (var takers = new Takers(exam, new SplittableRandom(seed))) {
                reach(takers, 100 * TAKERS);
                losePower(pair, takers);
                takers.stopAndCheck();
            }
            say("%d requests had to be repeated; every acknowledged answer is one fact of the log"
                    .formatted(client.unknownOutcomes()));
        }
        say("ended");
    }

    private void losePower(PatroniPair pair, Takers takers) {
        var primary = pair.primary();
        var standby = pair.besides(primary);
        assertThat(standby.isSynchronousStandby()).isTrue();

        var before = takers.answers();
        primary.kill();
        var died = System.nanoTime();
        say("%d answers acknowledged; %s is killed".formatted(before, primary.name()));

        // One for each may have been under way to a receipt when the primary died.
        await().atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> takers.answers() > before + 2 * TAKERS);
        say("%s took over, and answers are acknowledged again %.1f s after the death"
                .formatted(pair.primary().name(), (System.nanoTime() - died) / 1e9));
        assertThat(standby.isPrimary())
                .as("INCONCLUSIVE: nobody had to take over")
                .isTrue();

        primary.start();
        pair.await("the old primary as standby", primary::isSynchronousStandby);
        say(primary.name() + " came back and is the synchronous standby");
        reach(takers, takers.answers() + 50 * TAKERS);
    }

    private static void reach(Takers takers, int answers) {
        await().atMost(LONG_ENOUGH).until(() -> takers.answers() > answers);
    }

    private void say(String what) {
        System.out.printf(
                "%6.1f s  %s%n", Duration.between(begun, Instant.now()).toMillis() / 1e3, what);
    }
}
