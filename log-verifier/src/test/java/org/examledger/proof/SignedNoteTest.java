package org.examledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    private static final SigningKey KEY = SigningKey.generate("exams.example");
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            "exams.example", 81_004, MerkleTree.leaf(new byte[] {7}), Instant.parse("2026-11-22T15:04:05.670Z"));

    /** The example in the documentation of Go's package for such notes. */
    @Test
    void a_note_that_another_program_signed_is_verified() {
        var raw = Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var prefix = Base64.getDecoder().decode("MCowBQYDK2VwAyEA");
        var encoded = new byte[44];
        System.arraycopy(prefix, 0, encoded, 0, 12);
        System.arraycopy(raw, 1, encoded, 12, 32);
        var key = VerifyingKey.ofPem(Pem.encode("PUBLIC KEY", encoded));

        assertThat(key.forNotes("PeterNeumann"))
                .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var note = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """;
        assertThat(SignedNote.parse(note).orElseThrow().isSignedByOneOf(List.of(key)))
                .isTrue();
        assertThat(SignedNote.parse(note.replace("answer", "cause"))
                        .orElseThrow()
                        .isSignedByOneOf(List.of(key)))
                .isFalse();
    }

    @Test
    void a_checkpoint_is_four_lines_and_reads_back_from_its_note() {
        var text = CHECKPOINT.text();
        assertThat(text.lines())
                .containsExactly(
                        "exams.example",
                        "81004",
                        Base64.getEncoder().encodeToString(CHECKPOINT.root()),
                        "time 2026-11-22T15:04:05.670Z");

        var note = KEY.sign(text).toString();
        var read = SignedNote.parse(note).orElseThrow();
        assertThat(read.isSignedByOneOf(List.of(SigningKey.generate("other").verifying(), KEY.verifying())))
                .isTrue();
        assertThat(read).hasToString(note);
        assertThat(Checkpoint.parse(read.text()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(CHECKPOINT);
    }

    @Test
    void what_was_changed_after_it_was_signed_or_signed_by_somebody_else_is_not_trusted() {
        var note = KEY.sign(CHECKPOINT.text()).toString();
        var keys = List.of(KEY.verifying());

        assertThat(SignedNote.parse(note.replace("81004", "81005"))
                        .orElseThrow()
                        .isSignedByOneOf(keys))
                .isFalse();
        assertThat(SigningKey.generate("exams.example").sign(CHECKPOINT.text()).isSignedByOneOf(keys))
                .isFalse();
        assertThat(SignedNote.parse(note.replace("— exams", "— Exams"))
                        .orElseThrow()
                        .isSignedByOneOf(keys))
                .as("under another name the key has another id")
                .isFalse();
    }

    @Test
    void what_is_no_note_or_no_checkpoint_is_not_read() {
        assertThat(SignedNote.parse("text\n")).isEmpty();
        assertThat(SignedNote.parse("text\n\n")).isEmpty();
        assertThat(SignedNote.parse("text\n\n— name not+base64=x\n")).isEmpty();
        assertThat(SignedNote.parse("text\n\n— name AAAA\n")).isEmpty();
        assertThat(Checkpoint.parse("origin\n5\n" + "time x\n")).isEmpty();
        assertThat(Checkpoint.parse(CHECKPOINT.text() + "more\n")).isEmpty();
        assertThat(Checkpoint.parse(CHECKPOINT.text().replace("81004", "081004")))
                .as("one checkpoint has one text")
                .isEmpty();
    }

    @Test
    void a_receipt_reads_back_and_is_never_a_checkpoint() {
        var receipt = new Receipt("exams.example", "session:9c", 41, 77_001, MerkleTree.leaf(new byte[] {9}));

        assertThat(Receipt.parse(receipt.text()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(receipt);
        assertThat(Checkpoint.parse(receipt.text())).isEmpty();
        assertThat(Receipt.parse(CHECKPOINT.text())).isEmpty();
    }

    @Test
    void keys_outlive_their_files() {
        var read = SigningKey.ofPem("exams.example", KEY.pem());
        assertThat(read.id()).isEqualTo(KEY.id()).hasSize(8);
        assertThat(read.sign("text\n")
                        .isSignedByOneOf(
                                List.of(VerifyingKey.ofPem(KEY.verifying().pem()))))
                .isTrue();

        var other = SigningKey.generate("exams.example");
        var mixed = KEY.pem().substring(0, KEY.pem().indexOf("-----BEGIN PUBLIC"))
                + other.verifying().pem();
        assertThatThrownBy(() -> SigningKey.ofPem("exams.example", mixed)).hasMessageContaining("belong together");
        assertThatThrownBy(() -> VerifyingKey.ofPem("nothing")).isInstanceOf(IllegalArgumentException.class);
    }
}
