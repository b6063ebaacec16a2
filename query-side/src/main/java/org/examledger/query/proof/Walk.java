package org.examledger.query.proof;

import java.util.Arrays;
import java.util.Optional;
import org.examledger.proof.GrowingTree;

/**
 * Goes through the log row by row and stops at the first that is not what it was. It holds each row against its own bytes,
 * its neighbours in the log and in its stream, the tree, and everything that was ever signed.
 *
 * <p>What it needs to remember does not grow with the rows: a page of them, the tree's edge, and some bytes a stream.
 */
final class Walk {
    private final ProvenLog log;
    private final TreeNodes nodes;
    private final Claims claims;
    private final StreamEnds streams = new StreamEnds();

    /** Up to here the log and the tree reached when the walk began; both may have grown since. */
    private final long head;

    private final long treeSize;
    private final GrowingTree tree;
    private long position;
    private long proven;
    private boolean atEnd;

    /**
     * @param treeSize read before the log's end was
     * @param after the walk begins behind this position, which the tree must have reached
     */
    Walk(ProvenLog log, TreeNodes nodes, long treeSize, Claims claims, long after) {
        this.log = log;
        this.nodes = nodes;
        this.treeSize = treeSize;
        this.head = log.head();
        this.claims = claims;
        this.tree = GrowingTree.at(after, nodes);
        this.position = after;
        this.proven = after;
    }

    /** Up to here everything was right. */
    long position() {
        return position;
    }

    long head() {
        return head;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /** Checks the next page; empty when it is what it was. */
    Optional<Flaw> next() {
        try {
            return nextPage();
        } catch (TreeBroken broken) {
            return flaw(broken.position(), broken.reason());
        } catch (UnreadableRow unreadable) {
            return flaw(unreadable.position(), "the row cannot be read: a name that it refers to is gone");
        }
    }

    private Optional<Flaw> nextPage() {
        var rows = log.rowsAfter(position);
        for (var row : rows) {
            var flaw = check(row);
            if (flaw.isPresent()) {
                return flaw;
            }
            position = row.position();
        }
        atEnd = rows.isEmpty();
        return atEnd ? checkEnd() : Optional.empty();
    }

    private Optional<Flaw> check(LoggedRow row) {
        var expected = position + 1;
        if (row.position() != expected) {
            return flaw(expected, "the row was removed");
        }
        var kept = expected <= treeSize ? nodes.rowHash(expected) : null;
        if (expected <= treeSize && kept == null) {
            return flaw(expected, "the tree has lost its leaf");
        }
        if (!Arrays.equals(row.hash(), row.recomputedHash())) {
            return flaw(expected, "the row was changed: its bytes do not have its hash");
        }
        if (kept != null && !Arrays.equals(kept, row.hash())) {
            return flaw(expected, "another row stands here than the tree took in: it was changed, exchanged or moved");
        }
        if (!follows(row)) {
            return flaw(expected, "the row is number " + row.sequence() + " of its stream, and not in order there");
        }
        return addToTree(row).or(() -> checkSigned(expected));
    }

    private boolean follows(LoggedRow row) {
        var end = streams.endOf(row.stream());
        streams.seen(row.stream(), row.sequence());
        return row.sequence() == end + 1 && end != StreamEnds.UNSEEN
                || row.sequence() == 0 && end == StreamEnds.UNSEEN
                || followsInLog(row);
    }

    /** The stream began before this walk did, or shares its fingerprint with another one, or is out of order. */
    private boolean followsInLog(LoggedRow row) {
        var itself = log.positionOf(row.stream(), row.sequence());
        var before = row.sequence() == 0
                ? 0
                : log.positionOf(row.stream(), row.sequence() - 1).orElse(Long.MAX_VALUE);
        return itself.orElse(0) == row.position() && before < row.position();
    }

    private Optional<Flaw> addToTree(LoggedRow row) {
        var wrong = new Flaw[1];
        tree.add(row.hash(), (level, index, hash) -> {
            var last = (index + 1) << level;
            if (level >= TreeTable.LOWEST_LEVEL && last <= treeSize && !Arrays.equals(nodes.of(level, index), hash)) {
                // What a signed root covers is proven already.
                var first = Math.max((index << level), proven) + 1;
                wrong[0] = new Flaw(first, "the tree was changed above the rows from " + first + " to " + last);
            }
        });
        return Optional.ofNullable(wrong[0]);
    }

    private Optional<Flaw> checkSigned(long size) {
        if (!claims.speakOf(size)) {
            return Optional.empty();
        }
        var flaw = claims.against(size, tree.root(), proven);
        if (claims.confirm(size, tree.root())) {
            proven = size;
        }
        return flaw;
    }

    private Optional<Flaw> checkEnd() {
        if (position < Math.max(head, treeSize)) {
            return flaw(
                    position + 1,
                    "rows are missing at the end: the log once reached position " + Math.max(head, treeSize));
        }
        return claims.beyond(position);
    }

    private static Optional<Flaw> flaw(long position, String reason) {
        return Optional.of(new Flaw(position, reason));
    }
}
