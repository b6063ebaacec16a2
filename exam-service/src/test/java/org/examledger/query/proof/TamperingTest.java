package org.examledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import javax.sql.DataSource;
import org.examledger.proof.Checkpoint;
import org.examledger.proof.MerkleTree;
import org.examledger.proof.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever a superuser of the database does to the log afterwards, a walk names the first row that is not what it was. */
class TamperingTest {
    @TempDir
    private static Path keys;

    private static DataSource original;

    @TempDir
    private Path folder;

    private ProvenWorld world;

    /** 640 rows: signed at 100, 360 and 600; the last 40 are in no tree yet. */
    @BeforeAll
    static void a_log_that_was_signed() {
        try (var world = ProvenWorld.empty(keys)) {
            original = world.database;
            world.turn(0, 5);
            assertThat(world.sign()).isEqualTo(100);
            world.turn(5, 13);
            assertThat(world.sign()).isEqualTo(360);
            world.turn(18, 12);
            assertThat(world.sign()).isEqualTo(600);
            world.turn(30, 2);
        }
    }

    @BeforeEach
    void a_copy_to_tamper_with() {
        world = ProvenWorld.within(original, keys, folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void isBroken(long position, String reason) {
        assertThat(world.walk()).hasValueSatisfying(flaw -> {
            assertThat(flaw.reason()).contains(reason);
            assertThat(flaw.position()).as(flaw.reason()).isEqualTo(position);
        });
    }

    @Test
    void a_log_that_nobody_touched_is_intact_and_every_row_is_proven() {
        assertThat(world.walk()).isEmpty();

        var newest = world.table.newest().orElseThrow();
        assertThat(newest.size()).isEqualTo(600);
        var nodes = world.tree.nodes();
        var root = MerkleTree.root(600, nodes);
        for (var seal : world.rows.sealsAfter(0, 600)) {
            var index = seal.position() - 1;
            assertThat(MerkleTree.includes(root, 600, index, seal.hash(), MerkleTree.inclusionProof(index, 600, nodes)))
                    .isTrue();
        }
        var old = MerkleTree.root(360, nodes);
        assertThat(MerkleTree.isConsistent(360, old, 600, root, MerkleTree.consistencyProof(360, 600, nodes)))
                .isTrue();
    }

    @Test
    void another_payload_is_named() {
        world.tamper("UPDATE log_event SET payload = '{}' WHERE position = 217");
        isBroken(217, "the row was changed");
    }

    @Test
    void other_metadata_are_named() {
        world.tamper("UPDATE log_event SET metadata = '{\"by\":\"q\"}' WHERE position = 618");
        isBroken(618, "the row was changed");
    }

    @Test
    void another_time_is_named() {
        world.tamper("UPDATE log_event SET occurred_at = occurred_at + interval '1 ms' WHERE position = 219");
        isBroken(219, "the row was changed");
    }

    @Test
    void a_stream_that_was_given_another_name_is_named_at_its_first_row() {
        world.tamper("UPDATE log_stream SET name = 'turning:x' WHERE name = 'turning:3'");
        isBroken(4, "the row was changed");
    }

    @Test
    void a_name_that_is_gone_is_named_at_the_first_row_that_needs_it() {
        world.tamper("DELETE FROM log_stream WHERE name = 'turning:5'");
        isBroken(6, "cannot be read");
    }

    @Test
    void a_payload_with_the_right_hash_is_named_because_the_tree_remembers_the_old_one() {
        world.forge(220);
        isBroken(220, "another row stands here");
    }

    @Test
    void a_forger_who_rewrites_the_tree_too_meets_what_was_signed() {
        world.forge(520);
        world.tamper("TRUNCATE log_leaf, log_tree");
        world.signer.grow();
        isBroken(361, "the rows from position 361 to 600 are not those that were signed");
    }

    @Test
    void a_row_removed_in_the_middle_is_named() {
        world.tamper("DELETE FROM log_event WHERE position IN (300, 400)");
        isBroken(300, "removed");
    }

    @Test
    void rows_removed_at_the_end_are_named() {
        world.tamper("DELETE FROM log_event WHERE position > 590");
        isBroken(591, "missing at the end");
    }

    @Test
    void the_newest_rows_that_nobody_signed_yet_are_missed_too() {
        world.tamper("DELETE FROM log_event WHERE position > 631");
        isBroken(632, "missing at the end");
    }

    @Test
    void when_everything_in_the_database_was_cut_the_file_outside_knows() {
        world.tamper(
                "DELETE FROM log_event WHERE position > 340",
                "UPDATE log_head SET position = 340",
                "TRUNCATE log_leaf, log_tree",
                "DELETE FROM log_checkpoint WHERE size > 340");
        world.signer.grow();
        isBroken(341, "missing at the end: the checkpoint of size 600 in the file");
    }

    @Test
    void two_rows_that_changed_places_are_named_at_the_first() {
        world.tamper(
                "UPDATE log_event SET position = -1 WHERE position = 210",
                "UPDATE log_event SET position = 210 WHERE position = 215",
                "UPDATE log_event SET position = 215 WHERE position = -1");
        isBroken(210, "exchanged");
    }

    @Test
    void a_gap_that_was_closed_by_renumbering_shows_in_its_stream() {
        world.tamper(
                "DELETE FROM log_event WHERE position = 605",
                "UPDATE log_event SET position = position - 10000 WHERE position > 605",
                "UPDATE log_event SET position = position + 9999 WHERE position < 0",
                "UPDATE log_head SET position = 639");
        isBroken(624, "not in order");
    }

    @Test
    void another_log_in_its_place_is_named_from_its_first_row() {
        for (int position = 1; position <= 20; position++) {
            world.forge(position);
        }
        world.tamper("TRUNCATE log_leaf, log_tree, log_checkpoint");

        assertThat(world.sign()).as("nothing is signed").isEqualTo(-1);
        assertThat(world.table.newest()).isEmpty();
        assertThat(world.status.alarm().orElseThrow()).contains("from position 1 to 600");
        isBroken(1, "the rows from position 1 to 100 are not those that were signed");
    }

    @Test
    void a_checkpoint_that_somebody_else_signed_is_named() {
        var root = MerkleTree.root(500, world.tree.nodes());
        var note = SigningKey.generate("exams.example")
                .sign(new Checkpoint("exams.example", 500, root, Instant.EPOCH).text());
        world.jdbc
                .sql("INSERT INTO log_checkpoint VALUES (500, now(), 'k', ?)")
                .param(note.toString())
                .update();
        isBroken(500, "the checkpoint of size 500 in the table is not signed by a known key");
    }

    @Test
    void a_checkpoint_that_was_changed_is_named() {
        world.tamper("UPDATE log_checkpoint SET note = replace(note, '360', '359') WHERE size = 360");
        isBroken(360, "not signed");
    }

    @Test
    void a_checkpoint_that_was_cut_off_the_file_is_named() throws IOException {
        var file = world.settings.checkpointFile();
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.lastIndexOf("exams.example\n")));
        isBroken(600, "missing in the file");
    }

    /** The text of the note and too little of its signature, as a process leaves it that died while it wrote. */
    @Test
    void half_a_note_at_the_end_of_the_file_is_no_alarm() throws IOException {
        var note = world.keys
                .signing()
                .sign(new Checkpoint("exams.example", 620, new byte[32], Instant.EPOCH).text())
                .toString();
        Files.writeString(
                world.settings.checkpointFile(),
                note.substring(0, note.length() - 9) + "\n\n",
                StandardOpenOption.APPEND);
        assertThat(world.file.all()).hasSize(4);
        assertThat(world.walk()).isEmpty();

        assertThat(world.sign()).as("it is signed on").isEqualTo(640);
        assertThat(world.walk()).isEmpty();
    }

    @Test
    void a_note_that_was_spoilt_in_the_file_hides_nothing_because_the_table_has_it_too() throws IOException {
        var file = world.settings.checkpointFile();
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 9) + "AAAAAA=\n\n");
        assertThat(world.walk()).isEmpty();

        world.forge(520);
        world.tamper("TRUNCATE log_leaf, log_tree");
        world.signer.grow();
        isBroken(361, "the rows from position 361 to 600 are not those that were signed");
        world.tamper("UPDATE log_checkpoint SET note = replace(note, '— exams.example ', '— exams.example A')"
                + " WHERE size = 600");
        isBroken(600, "the checkpoint of size 600 in the table is not signed by a known key");
    }

    @Test
    void a_file_that_is_gone_is_named_at_the_first_checkpoint() throws IOException {
        Files.delete(world.settings.checkpointFile());
        isBroken(100, "missing in the file");
    }

    @Test
    void a_tree_that_was_changed_is_named() {
        world.tamper("UPDATE log_tree SET hash = sha256(hash) WHERE level = 8 AND index = 0");
        isBroken(101, "the tree was changed");
    }

    @Test
    void a_leaf_that_is_gone_is_named() {
        world.tamper("DELETE FROM log_leaf WHERE first_position = 361");
        isBroken(361, "lost its leaf");
    }

    /** The tables of proofs refuse changes as the log does; above, a superuser had to switch that off. */
    @Test
    void nobody_changes_a_proof_by_accident() {
        for (var table : new String[] {"log_leaf", "log_tree", "log_checkpoint"}) {
            assertThatThrownBy(() -> JdbcClient.create(original)
                            .sql("DELETE FROM " + table)
                            .update())
                    .hasMessageContaining("append-only");
        }
    }
}
