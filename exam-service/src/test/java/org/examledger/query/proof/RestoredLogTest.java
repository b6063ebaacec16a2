package org.examledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.examledger.service.log.OnePostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredLogTest {
    @TempDir
    private Path keys;

    @TempDir
    private Path restoredKeys;

    @Test
    void a_restored_log_is_signed_again_only_when_the_loss_was_declared_and_the_loss_stays_named() {
        var live = OnePostgres.freshDatabase();
        try (var world = ProvenWorld.empty(live, keys)) {
            world.turn(0, 5);
            assertThat(world.sign()).isEqualTo(100);
        }
        var backup = OnePostgres.copyOf(live);
        try (var lost = ProvenWorld.on(live, keys)) {
            lost.turn(5, 2);
            assertThat(lost.sign()).isEqualTo(140);
            lost.turn(7, 1);
            assertThat(lost.sign()).isEqualTo(160);
        }

        try (var restored = ProvenWorld.copyOf(backup, keys, restoredKeys)) {
            assertThat(restored.sign()).isEqualTo(-1);
            assertThat(restored.status.alarm().orElseThrow()).contains("from position 101 to 160");
            assertThat(restored.walk())
                    .hasValueSatisfying(flaw -> assertThat(flaw.position()).isEqualTo(101));

            // Life goes on before anybody notices, with other rows at the positions that were lost.
            restored.turn(5, 1);
            assertThat(restored.sign()).isEqualTo(-1);
            assertThat(restored.table.newest().orElseThrow().size()).isEqualTo(100);

            restored.declareLost(101, 160);
            assertThat(restored.sign()).isEqualTo(121);
            assertThat(restored.status.alarm()).isEmpty();
            assertThat(restored.walk()).isEmpty();
            assertThat(new Restores(restored.rows).all())
                    .singleElement()
                    .satisfies(it -> assertThat(restored.file.all())
                            .as("what was signed at 140, 160 and, since then, at 121")
                            .extracting(signed -> it.covers(signed.checkpoint()))
                            .endsWith(true, true, false));

            restored.turn(6, 4);
            assertThat(restored.sign()).isEqualTo(201);
            assertThat(restored.walk())
                    .as("also when the log has outgrown what was lost")
                    .isEmpty();

            restored.tamper("DELETE FROM log_event WHERE position > 110");
            assertThat(restored.walk())
                    .as("a declared loss excuses no other one")
                    .hasValueSatisfying(flaw -> assertThat(flaw.position()).isEqualTo(111));
        }
    }

    @Test
    void a_declared_loss_excuses_nobody_who_tampers_later_with_rows_in_the_place_of_the_lost_ones() {
        var live = OnePostgres.freshDatabase();
        try (var world = ProvenWorld.empty(live, keys)) {
            world.turn(0, 5);
            world.sign();
        }
        var backup = OnePostgres.copyOf(live);
        try (var lost = ProvenWorld.on(live, keys)) {
            lost.turn(5, 3);
            assertThat(lost.sign()).isEqualTo(160);
        }

        try (var restored = ProvenWorld.copyOf(backup, keys, restoredKeys)) {
            restored.turn(5, 1);
            restored.declareLost(101, 160);
            assertThat(restored.sign()).isEqualTo(121);

            restored.forge(110);
            restored.tamper("TRUNCATE log_leaf, log_tree", "DELETE FROM log_checkpoint WHERE size > 100");
            assertThat(restored.sign()).isEqualTo(-1);
            assertThat(restored.status.alarm().orElseThrow()).contains("from position 101 to 121");
            assertThat(restored.walk()).hasValueSatisfying(flaw -> {
                assertThat(flaw.reason()).contains("from position 101 to 121 are not those that were signed");
                assertThat(flaw.position()).isEqualTo(101);
            });
        }
    }
}
