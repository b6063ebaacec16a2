package org.examledger.query.proof;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.examledger.proof.Checkpoint;
import org.examledger.proof.GrowingTree;
import org.examledger.proof.MerkleTree;
import org.examledger.query.work.InBackground;
import org.examledger.query.work.OneAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Grows the tree behind the log and signs it. One process at a time does it, whichever comes first; appends know nothing of
 * it and never wait for it.
 *
 * <p>A checkpoint is on disk outside the database before the database has it, so nothing that anybody was shown can be
 * missing there.
 */
final class Signer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Signer.class);
    private static final Duration LOOK_EACH = Duration.ofSeconds(1);
    private static final int PAGE = 8_192;

    /** Any number that nobody else locks in this database: "signer" in letters. */
    private static final long LOCK = 0x7369_676e_6572L;

    private final ProvenLog log;
    private final TreeTable tree;
    private final CheckpointTable table;
    private final CheckpointFile file;
    private final Keys keys;
    private final Restores restores;
    private final ProofSettings settings;
    private final ProofStatus status;
    private final Clock clock;
    private final OneAtATime alone;
    private final InBackground thread;

    /** Whether the log was seen to go on from the newest checkpoint since this process started. */
    private boolean continuous;

    /** Up to here there is nothing left to do. */
    private volatile long settled = -1;

    Signer(
            ProvenLog log,
            TreeTable tree,
            CheckpointTable table,
            CheckpointFile file,
            Keys keys,
            Restores restores,
            ProofSettings settings,
            ProofStatus status,
            Clock clock,
            DataSource database) {
        this.log = log;
        this.tree = tree;
        this.table = table;
        this.file = file;
        this.keys = keys;
        this.restores = restores;
        this.settings = settings;
        this.status = status;
        this.clock = clock;
        this.alone = new OneAtATime(database, LOCK);
        var each = settings.every().compareTo(LOOK_EACH) < 0 ? settings.every() : LOOK_EACH;
        this.thread = new InBackground("log-signer", each, this::lookAround);
    }

    private void lookAround() throws SQLException, InterruptedException {
        var head = log.head();
        if (head != settled) {
            try {
                alone.run(() -> settled = growAndSign(head));
            } catch (RuntimeException | Error failure) {
                status.failed("The log cannot be signed now: " + failure.getMessage());
                throw failure;
            }
        }
    }

    /** @return the position up to which everything is done; -1 when there is more to do later */
    long growAndSign(long head) {
        var size = grow();
        if (size < head) {
            status.failed("The log has no row at position " + (size + 1) + ", but ends at " + head);
            return -1;
        }
        if (!settings.signs()) {
            status.lost(null);
            return size;
        }
        if ((!continuous || status.isAlarming()) && !goesOn(size)) {
            return -1;
        }
        var newest = table.newest();
        if (size == 0 || (newest.isPresent() && newest.get().size() == size)) {
            return size;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (isTooSoon(newest, now) || !goesOn(size)) {
            return -1;
        }
        sign(size, now);
        return size;
    }

    /** Holds the log against what was signed last, which may have been another process, or in another life of the database. */
    private boolean goesOn(long size) {
        var lost = Continuity.lost(file.all(), keys.verifying(), size, tree.nodes(), restores.all());
        status.lost(lost.orElse(null));
        continuous = lost.isEmpty();
        return continuous;
    }

    private boolean isTooSoon(Optional<CheckpointTable.Row> newest, Instant now) {
        return newest.isPresent() && now.isBefore(newest.get().signedAt().plus(settings.every()));
    }

    /** Takes in what the log has beyond the tree, and returns the tree's size then. */
    long grow() {
        var size = tree.size();
        var growing = GrowingTree.at(size, tree.nodes());
        for (var seals = next(size); !seals.isEmpty(); seals = next(size)) {
            tree.grow(growing, seals);
            size += seals.size();
        }
        return size;
    }

    /** The next rows as far as none is missing. */
    private List<ProvenLog.Seal> next(long after) {
        var seals = log.sealsAfter(after, PAGE);
        int dense = 0;
        while (dense < seals.size() && seals.get(dense).position() == after + dense + 1) {
            dense++;
        }
        return seals.subList(0, dense);
    }

    private void sign(long size, Instant now) {
        var checkpoint = new Checkpoint(settings.origin(), size, MerkleTree.root(size, tree.nodes()), now);
        var note = keys.signing().sign(checkpoint.text());
        file.append(note);
        table.add(checkpoint, note);
        LOG.debug("signed the log up to position {}", size);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
