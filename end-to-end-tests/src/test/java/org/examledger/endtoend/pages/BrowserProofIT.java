package org.examledger.endtoend.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.SharedService;
import org.examledger.proof.Checkpoint;
import org.examledger.proof.MerkleTree;
import org.examledger.proof.RowHash;
import org.examledger.proof.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the audit page checks proofs with agrees, in a real browser, with what the service makes them by. */
@ExtendWith({SharedService.class, Browsers.class})
class BrowserProofIT {
    private static final int LARGEST = 20;
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final Page page;

    BrowserProofIT(LedgerClient client, Browser browser) {
        page = browser.newPage();
        page.navigate(client.baseUrl().resolve("/audit").toString());
    }

    @AfterEach
    void close() {
        page.close();
    }

    private static byte[] row(int index) {
        return RowHash.of("session:1", index, index, "AnswerSelected", 1, new byte[0], new byte[] {(byte) index});
    }

    /** The subtree over 2^level leaves, computed as RFC 6962 defines it. */
    private static byte[] subtree(int level, long index) {
        return level == 0
                ? MerkleTree.leaf(row((int) index))
                : MerkleTree.node(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(BASE64::encodeToString).toList();
    }

    @Test
    void every_proof_of_small_trees_convinces_and_none_that_was_bent_does() {
        var trees = IntStream.rangeClosed(1, LARGEST)
                .mapToObj(size -> Map.of(
                        "root",
                        BASE64.encodeToString(MerkleTree.root(size, BrowserProofIT::subtree)),
                        "paths",
                        IntStream.range(0, size)
                                .mapToObj(it -> base64(MerkleTree.inclusionProof(it, size, BrowserProofIT::subtree)))
                                .toList(),
                        "consistency",
                        IntStream.rangeClosed(1, size)
                                .mapToObj(it -> base64(MerkleTree.consistencyProof(it, size, BrowserProofIT::subtree)))
                                .toList()))
                .toList();
        var rows = IntStream.range(0, LARGEST)
                .mapToObj(it -> BASE64.encodeToString(row(it)))
                .toList();

        var wrong = page.evaluate("""
                async ({ trees, rows }) => {
                  const { Inclusion, isConsistent } = await import('/assets/audit/proof/merkle-tree.js');
                  const { fromBase64 } = await import('/assets/audit/proof/bytes.js');
                  const hashes = rows.map(fromBase64);
                  const wrong = [];
                  const expect = async (what, right, holds) => (await holds) === right || wrong.push(what);
                  for (const [index, tree] of trees.entries()) {
                    const size = index + 1;
                    const root = fromBase64(tree.root);
                    const all = new Inclusion(root, size);
                    const alone = () => new Inclusion(root, size);
                    for (const [place, texts] of tree.paths.entries()) {
                      const path = texts.map(fromBase64);
                      const here = `${place} of ${size}`;
                      await expect(here, true, all.holds(place, hashes[place], path));
                      await expect(here + ' again', true, alone().holds(place, hashes[place], path));
                      await expect(here + ' another row', false, all.holds(place, root, path));
                      await expect(here + ' too long', false, alone().holds(place, hashes[place], [...path, root]));
                      await expect(here + ' outside', false, alone().holds(size, hashes[place], path));
                      if (size > 1) {
                        await expect(here + ' moved', false, all.holds((place + 1) % size, hashes[place], path));
                        await expect(here + ' too short', false, alone().holds(place, hashes[place], path.slice(1)));
                      }
                    }
                    for (const [before, texts] of tree.consistency.entries()) {
                      const proof = texts.map(fromBase64);
                      const old = fromBase64(trees[before].root);
                      const here = `${before + 1} in ${size}`;
                      await expect(here, true, isConsistent(before + 1, old, size, root, proof));
                      if (before + 1 < size) {
                        await expect(here + ' other', false, isConsistent(before + 1, root, size, root, proof));
                        await expect(here + ' shrunk', false, isConsistent(size, root, before + 1, old, proof));
                        await expect(here + ' too short', false, isConsistent(before + 1, old, size, root, proof.slice(1)));
                      }
                    }
                  }
                  return wrong;
                }""", Map.of("trees", trees, "rows", rows));

        assertThat((List<?>) wrong).isEmpty();
    }

    @Test
    void the_hash_of_a_row_is_the_one_that_the_service_stores() {
        var metadata = "{\"actor\":\"p-1\"}".getBytes(StandardCharsets.UTF_8);
        var payload = "{\"reason\":\"é 漢 😀\"}".getBytes(StandardCharsets.UTF_8);
        // Beyond what 32 bits hold, as every instant is.
        var at = Instant.parse("2026-11-22T18:43:11.220Z").toEpochMilli();

        var computed = page.evaluate(
                """
                async (row) => {
                  const { rowHash } = await import('/assets/audit/proof/row-hash.js');
                  const { fromBase64, toHex } = await import('/assets/audit/proof/bytes.js');
                  return toHex(await rowHash({ ...row, metadata: fromBase64(row.metadata), payload: fromBase64(row.payload) }));
                }""",
                Map.of(
                        "stream",
                        "session:é",
                        "sequence",
                        70_000,
                        "at",
                        (double) at,
                        "name",
                        "TimeExtended",
                        "revision",
                        2,
                        "metadata",
                        BASE64.encodeToString(metadata),
                        "payload",
                        BASE64.encodeToString(payload)));

        assertThat(computed)
                .isEqualTo(HexFormat.of()
                        .formatHex(RowHash.of("session:é", 70_000, at, "TimeExtended", 2, metadata, payload)));
    }

    @Test
    void a_checkpoint_is_believed_only_when_one_of_the_keys_signed_exactly_this_text() {
        var key = SigningKey.generate("exam-ledger");
        var other = SigningKey.generate("exam-ledger");
        var text = new Checkpoint("exam-ledger", 81_004, row(1), Instant.parse("2026-11-22T15:04:05.670Z")).text();
        var note = key.sign(text).toString();

        var read = page.evaluate(
                """
                async ({ notes, pems }) => {
                  const { readCheckpoint, readNote, signerOf } = await import('/assets/audit/proof/signed-note.js');
                  const found = [];
                  for (const note of notes) {
                    const read = readNote(note);
                    const keyId = read && (await signerOf(read, pems));
                    found.push(keyId ? `${keyId} ${readCheckpoint(read.text).size}` : 'no');
                  }
                  return found;
                }""",
                Map.of(
                        "notes",
                        List.of(
                                note,
                                note.replace("81004", "81005"),
                                other.sign(text).toString(),
                                note.replace("\n\n", "\n"),
                                note.strip()),
                        "pems",
                        List.of(other.verifying().pem(), key.verifying().pem())));

        assertThat(read).isEqualTo(List.of(key.id() + " 81004", "no", other.id() + " 81004", "no", "no"));
    }
}
