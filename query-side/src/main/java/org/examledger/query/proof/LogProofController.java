package org.examledger.query.proof;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.examledger.proof.MerkleTree;
import org.examledger.query.history.LogPositions;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What proves the log as a whole. */
@RestController
@RequestMapping("/api/v1/audit/log")
class LogProofController {
    private static final int MOST = 10_000;
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final TreeTable tree;
    private final CheckpointTable checkpoints;
    private final Keys keys;
    private final ProofSettings settings;
    private final Verdicts verdicts;
    private final Walks walks;
    private final LogPositions positions;
    private final Replies replies;

    LogProofController(
            TreeTable tree,
            CheckpointTable checkpoints,
            Keys keys,
            ProofSettings settings,
            Verdicts verdicts,
            Walks walks,
            LogPositions positions,
            Replies replies) {
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.settings = settings;
        this.verdicts = verdicts;
        this.walks = walks;
        this.positions = positions;
        this.replies = replies;
    }

    /**
     * The newest first.
     *
     * @param below only those of less than this size
     */
    @GetMapping("/checkpoints")
    ResponseEntity<List<SignedCheckpoint>> checkpoints(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long below,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String atLeast) {
        if (limit < 1 || limit > MOST) {
            throw QueryProblem.invalid("limit", "must be from 1 to " + MOST);
        }
        var head = positions.atLeast(atLeast);
        var signed = checkpoints.below(below, limit).stream()
                .map(SignedCheckpoint::of)
                .toList();
        return replies.tagged(new Reading<>(signed, head), signed);
    }

    /**
     * A public key.
     *
     * @param noteKey as tools for signed notes take it
     */
    record PublicKey(String keyId, String algorithm, String pem, String noteKey) {}

    /** Every key that ever signed, as far as its public half is still in the folder. */
    @GetMapping("/keys")
    ResponseEntity<List<PublicKey>> keys(@RequestParam(required = false) @Nullable String atLeast) {
        var head = positions.atLeast(atLeast);
        var all = keys.verifying().stream()
                .map(key -> new PublicKey(
                        key.idAs(settings.origin()), "Ed25519", key.pem(), key.forNotes(settings.origin())))
                .sorted(Comparator.comparing(PublicKey::keyId))
                .toList();
        return replies.tagged(new Reading<>(all, head), all);
    }

    /** The tree over the first rows. */
    record Tree(long size, String root) {}

    /** @param proof the hashes of RFC 6962, section 2.1.2, in base64 */
    record Consistency(Tree from, Tree to, List<String> proof) {}

    /** That the log of one size begins with the log of another. */
    @GetMapping("/consistency")
    ResponseEntity<Consistency> consistency(
            @RequestParam long from, @RequestParam long to, @RequestParam(required = false) @Nullable String atLeast) {
        var head = positions.atLeast(atLeast);
        var size = tree.size();
        if (to < 1 || to > size) {
            throw QueryProblem.invalid("to", "must be from 1 to " + size + ", the size of the tree");
        }
        if (from < 1 || from > to) {
            throw QueryProblem.invalid("from", "must be from 1 to " + to);
        }
        var nodes = tree.nodes();
        var proof = new Consistency(
                tree(from, nodes), tree(to, nodes), base64(MerkleTree.consistencyProof(from, to, nodes)));
        return replies.tagged(new Reading<>(proof, head), proof);
    }

    private static Tree tree(long size, MerkleTree.Nodes nodes) {
        return new Tree(size, BASE64.encodeToString(MerkleTree.root(size, nodes)));
    }

    static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(BASE64::encodeToString).toList();
    }

    /** What the last walk over the whole log found, and what came since. */
    @GetMapping("/verify")
    ResponseEntity<Verdict> verdict(@RequestParam(required = false) @Nullable String atLeast) {
        var head = positions.atLeast(atLeast);
        return replies.unstored(new Reading<>(verdicts.now(), head));
    }

    /** Has the whole log walked; comes back at once. */
    @PostMapping("/verify")
    ResponseEntity<Verdict> walk() {
        walks.request();
        var head = positions.atLeast(null);
        return ResponseEntity.accepted()
                .headers(replies.unstored(new Reading<>("", head)).getHeaders())
                .body(verdicts.now());
    }
}
