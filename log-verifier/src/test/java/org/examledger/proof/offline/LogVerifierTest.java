package org.examledger.proof.offline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.examledger.proof.Checkpoint;
import org.examledger.proof.MerkleTree;
import org.examledger.proof.Receipt;
import org.examledger.proof.RowHash;
import org.examledger.proof.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LogVerifierTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T15:00:00Z");
    private static final int ROWS = 4;

    @TempDir
    private Path folder;

    private final SigningKey signing = SigningKey.generate("exams.example");
    private final List<byte[]> hashes = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Path key;

    /** Four rows of one session, and the checkpoint that covers them. */
    @BeforeEach
    void an_export() throws IOException {
        key = Files.writeString(folder.resolve("key.pem"), signing.verifying().pem());
        for (int sequence = 0; sequence < ROWS; sequence++) {
            hashes.add(RowHash.of(
                    "session:1",
                    sequence,
                    BEGIN.plusSeconds(sequence).toEpochMilli(),
                    "PageChanged",
                    1,
                    "{}".getBytes(UTF_8),
                    payload(sequence).getBytes(UTF_8)));
        }
        var root = MerkleTree.root(ROWS, this::node);
        var note = signing.sign(new Checkpoint("exams.example", ROWS, root, BEGIN).text());
        lines.add("{\"type\":\"org.examledger.checkpoint\",\"data\":{\"note\":"
                + JsonMapper.shared().writeValueAsString(note.toString()) + "}}");
        for (int sequence = 0; sequence < ROWS; sequence++) {
            lines.add("""
                    {"type":"org.examledger.PageChanged","subject":"session:1","time":"%s","sequence":"%d","position":"%d",\
                    "revision":1,"hash":"%s","metadatabase64":"e30=","payloadbase64":"%s","data":%s}""".formatted(
                            BEGIN.plusSeconds(sequence),
                            sequence,
                            sequence + 1,
                            HexFormat.of().formatHex(hashes.get(sequence)),
                            Base64.getEncoder().encodeToString(payload(sequence).getBytes(UTF_8)),
                            payload(sequence)));
            var path = MerkleTree.inclusionProof(sequence, ROWS, this::node).stream()
                    .map(it -> '"' + Base64.getEncoder().encodeToString(it) + '"')
                    .collect(Collectors.joining(",", "[", "]"));
            lines.add("{\"type\":\"org.examledger.proof\",\"data\":{\"position\":" + (sequence + 1) + ",\"path\":"
                    + path + "}}");
        }
        lines.add("{\"type\":\"org.examledger.export\",\"data\":{\"events\":4,\"proven\":4}}");
    }

    private static String payload(int sequence) {
        return "{\"pageIndex\":" + (70 + sequence) + "}";
    }

    private byte[] node(int level, long index) {
        return level == 0
                ? MerkleTree.leaf(hashes.get((int) index))
                : MerkleTree.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    private record Said(int code, String text) {}

    private Said verify(Path... more) throws IOException {
        var files = new ArrayList<String>();
        files.add(Files.write(folder.resolve("export.ndjson"), lines).toString());
        for (var file : more) {
            files.add(file.toString());
        }
        var out = new ByteArrayOutputStream();
        var code = LogVerifier.run(new PrintStream(out, true, UTF_8), files.toArray(String[]::new));
        return new Said(code, out.toString(UTF_8));
    }

    private void isBroken(String sentence) throws IOException {
        var said = verify(key);
        assertThat(said.text()).startsWith("broken").contains(sentence);
        assertThat(said.code()).isEqualTo(1);
    }

    private Path receipt(long position) throws IOException {
        var note = signing.sign(new Receipt("exams.example", "session:1", 3, position, hashes.get(3)).text());
        return Files.writeString(
                folder.resolve("receipt.json"),
                "{\"note\":" + JsonMapper.shared().writeValueAsString(note.toString()) + "}");
    }

    @Test
    void what_was_signed_is_intact_with_and_without_a_receipt() throws IOException {
        assertThat(verify(key).text()).startsWith("intact: 4 events in 1 streams; 4 are proven");
        assertThat(verify(key).code()).isZero();
        assertThat(verify(key, receipt(4)).text()).startsWith("intact").contains("the receipt's row is there");
    }

    @Test
    void a_changed_row_is_named() throws IOException {
        lines.set(5, lines.get(5).replace("PageChanged", "PageTurned"));
        isBroken("at position 3: the row was changed");
    }

    @Test
    void data_that_say_something_else_than_the_bytes_are_named() throws IOException {
        lines.set(5, lines.get(5).replace("\"data\":{\"pageIndex\":72", "\"data\":{\"pageIndex\":99"));
        isBroken("at position 3: data is not");
    }

    @Test
    void a_row_that_was_never_in_the_log_is_named() throws IOException {
        lines.set(6, lines.get(4).replace("\"position\":2", "\"position\":3"));
        isBroken("at position 3: the row is not in the log");
    }

    @Test
    void a_row_without_a_proof_is_named() throws IOException {
        lines.remove(4);
        isBroken("at position 2: the row has no proof");
    }

    @Test
    void a_row_that_is_missing_in_its_stream_is_named() throws IOException {
        lines.subList(3, 5).clear();
        isBroken("at position 3: session:1 goes on with number 2 instead of 1");
    }

    @Test
    void an_export_that_was_cut_off_is_broken() throws IOException {
        lines.removeLast();
        isBroken("cut off");
    }

    @Test
    void an_export_that_lacks_its_last_row_is_broken_by_its_count_and_by_a_receipt() throws IOException {
        lines.subList(7, 9).clear();
        isBroken("events are missing");

        lines.set(lines.size() - 1, lines.getLast().replace("4", "3"));
        assertThat(verify(key).code())
                .as("no export can show that its stream goes on")
                .isZero();
        assertThat(verify(key, receipt(4)).text()).startsWith("broken").contains("the row of a receipt is missing");
    }

    @Test
    void a_receipt_for_another_place_is_named() throws IOException {
        assertThat(verify(key, receipt(9)).text())
                .contains("broken at position 4: the row is not the one of the receipt");
    }

    @Test
    void another_key_proves_nothing() throws IOException {
        Files.writeString(key, SigningKey.generate("exams.example").verifying().pem());
        isBroken("not signed by the given key");
    }

    @Test
    void without_a_checkpoint_nothing_is_proven_and_without_a_key_nothing_is_checked() throws IOException {
        assertThat(verify().code()).isEqualTo(2);
        lines.removeIf(it -> !it.contains("PageChanged"));
        isBroken("cut off");
        lines.add("{\"type\":\"org.examledger.export\",\"data\":{\"events\":4,\"proven\":0}}");
        assertThat(verify(key)).satisfies(said -> {
            assertThat(said.code()).isEqualTo(3);
            assertThat(said.text()).startsWith("unproven");
        });
        lines.set(0, "nonsense");
        isBroken("line 1 cannot be read");
    }
}
