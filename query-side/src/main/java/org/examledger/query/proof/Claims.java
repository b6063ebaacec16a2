package org.examledger.query.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.examledger.proof.Checkpoint;
import org.examledger.proof.SignedNote;
import org.examledger.proof.VerifyingKey;

/**
 * What was ever signed about the log, in the table and in the file, by the size that it speaks of.
 *
 * <p>A note of the file that no known key signed claims nothing: it may be half a one, left by a process that died. That hides
 * nothing, because what the table has must be signed itself, and whoever can spoil a note of the file and remove the table's
 * copy could as well remove both.
 */
final class Claims {
    private final TreeMap<Long, List<Claim>> bySize = new TreeMap<>();
    private final Set<String> inFile = new HashSet<>();
    private final List<VerifyingKey> keys;
    private final List<Restores.Restore> declared;

    /** Somebody says what the root was at a size. */
    private record Claim(boolean ofTable, Optional<SignedNote> note) {
        Optional<Checkpoint> checkpoint() {
            return note.flatMap(it -> Checkpoint.parse(it.text()));
        }
    }

    /** @param after checkpoints up to this size are left out */
    Claims(
            List<CheckpointTable.Row> table,
            List<CheckpointFile.Signed> file,
            List<VerifyingKey> keys,
            List<Restores.Restore> declared,
            long after) {
        this.keys = keys;
        this.declared = declared;
        for (var row : table) {
            add(row.size(), new Claim(true, SignedNote.parse(row.note())), after);
        }
        for (var signed : file) {
            inFile.add(signed.note().text());
            if (signed.note().isSignedByOneOf(keys)) {
                add(signed.checkpoint().size(), new Claim(false, Optional.of(signed.note())), after);
            }
        }
    }

    private void add(long size, Claim claim, long after) {
        if (size > after) {
            bySize.computeIfAbsent(size, it -> new ArrayList<>()).add(claim);
        }
    }

    boolean speakOf(long size) {
        return bySize.containsKey(size);
    }

    /**
     * What is wrong with the log or with what was signed, when it has this root at this size.
     *
     * @param proven the last size before at which everything was right
     */
    Optional<Flaw> against(long size, byte[] root, long proven) {
        for (var claim : bySize.getOrDefault(size, List.of())) {
            var flaw = against(claim, size, root, proven);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    /** Whether somebody signed that the root is this one at this size. */
    boolean confirm(long size, byte[] root) {
        return bySize.getOrDefault(size, List.of()).stream()
                .flatMap(claim -> claim.checkpoint().stream())
                .anyMatch(checkpoint -> Arrays.equals(checkpoint.root(), root));
    }

    private Optional<Flaw> against(Claim claim, long size, byte[] root, long proven) {
        var checkpoint = claim.checkpoint();
        if (checkpoint.isEmpty() || !claim.note().orElseThrow().isSignedByOneOf(keys)) {
            return flaw(size, where(claim, size) + " is not signed by a known key");
        }
        if (checkpoint.get().size() != size) {
            return flaw(
                    size,
                    where(claim, size) + " is one of size " + checkpoint.get().size());
        }
        if (claim.ofTable() && !inFile.contains(claim.note().orElseThrow().text())) {
            return flaw(size, where(claim, size) + " is missing in the file outside the database");
        }
        if (Arrays.equals(checkpoint.get().root(), root) || isDeclaredLost(claim)) {
            return Optional.empty();
        }
        return flaw(
                proven + 1,
                "the rows from position " + (proven + 1) + " to " + size + " are not those that were signed on "
                        + checkpoint.get().at());
    }

    /** The table was restored with the rows, so only the file can still speak of those that were lost. */
    private boolean isDeclaredLost(Claim claim) {
        return !claim.ofTable()
                && claim.checkpoint().stream()
                        .anyMatch(checkpoint -> declared.stream().anyMatch(it -> it.covers(checkpoint)));
    }

    private static String where(Claim claim, long size) {
        return "the checkpoint of size " + size + " in the " + (claim.ofTable() ? "table" : "file");
    }

    /** What is wrong when the log ends here: something was signed that goes further. */
    Optional<Flaw> beyond(long end) {
        for (var entry : bySize.tailMap(end, false).descendingMap().entrySet()) {
            for (var claim : entry.getValue()) {
                if (!isDeclaredLost(claim)) {
                    return flaw(
                            end + 1,
                            "rows are missing at the end: " + where(claim, entry.getKey()) + " goes further than "
                                    + end);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> flaw(long position, String reason) {
        return Optional.of(new Flaw(position, reason));
    }
}
