package org.examledger.query.proof;

import static org.examledger.query.proof.LeafRuns.HASH_BYTES;
import static org.examledger.query.proof.LeafRuns.TILE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.examledger.proof.MerkleTree;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads subtrees out of the tables. Each query brings what a proof asks for next, and the newest are remembered; they never
 * change.
 */
final class TreeNodes implements MerkleTree.Nodes {
    private static final int TILES = 64;
    private static final int NODES = 20_000;
    private static final int HIGHEST_LEVEL = 62;

    private final JdbcClient jdbc;
    private final Map<Long, Tile> tiles = new Newest<>(TILES);
    private final Map<Place, byte[]> nodes = new Newest<>(NODES);

    TreeNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(int level, long index) {}

    @Override
    public byte[] of(int level, long index) {
        return level < TreeTable.LOWEST_LEVEL
                ? tile(index >>> (TreeTable.LOWEST_LEVEL - level)).node(level, index)
                : stored(level, index);
    }

    /** The hash of a row as it was taken in; nothing when the tree has not got there. */
    byte @Nullable [] rowHash(long position) {
        return tile((position - 1) / TILE).rowHash(position);
    }

    private byte[] stored(int level, long index) {
        var known = nodes.get(new Place(level, index));
        if (known == null) {
            readUpwardsFrom(level, index);
            known = nodes.get(new Place(level, index));
        }
        return known == null ? missing(level, index) : known;
    }

    /** Whoever asks for a node asks for those beside its ancestors next. */
    private void readUpwardsFrom(int level, long index) {
        var levels = new ArrayList<Integer>(List.of(level));
        var indexes = new ArrayList<Long>(List.of(index));
        for (int up = 1; level + up <= HIGHEST_LEVEL; up++) {
            levels.add(level + up);
            indexes.add((index >>> up) ^ 1);
        }
        jdbc.sql("""
                SELECT level, index, hash FROM log_tree
                WHERE (level, index) IN (SELECT * FROM unnest(?::smallint[], ?::bigint[]))
                """)
                .param(levels.toArray(Integer[]::new))
                .param(indexes.toArray(Long[]::new))
                .query(row -> {
                    nodes.put(new Place(row.getInt(1), row.getLong(2)), row.getBytes(3));
                });
    }

    private static byte[] missing(int level, long index) {
        throw new TreeBroken((index << level) + 1, "the tree has lost its node " + index + " of level " + level);
    }

    private Tile tile(long number) {
        return tiles.computeIfAbsent(number, this::readTile);
    }

    private Tile readTile(long number) {
        var first = number * TILE + 1;
        var hashes = new ArrayList<byte[]>(TILE);
        jdbc.sql("""
                SELECT first_position, hashes FROM log_leaf
                WHERE first_position >= ? AND first_position < ? ORDER BY first_position
                """).param(first).param(first + TILE).query(row -> {
            // What follows a hole is not known; what is asked for there is missing.
            if (row.getLong(1) == first + hashes.size()) {
                var run = row.getBytes(2);
                for (int at = 0; at < run.length; at += HASH_BYTES) {
                    hashes.add(Arrays.copyOfRange(run, at, at + HASH_BYTES));
                }
            }
        });
        return new Tile(
                first, hashes, List.of(hashes.stream().map(MerkleTree::leaf).toArray(byte[][]::new)));
    }

    /** Up to 256 leaves that stand below one stored node. */
    private record Tile(long firstPosition, List<byte[]> rowHashes, List<byte[]> leaves) {
        byte @Nullable [] rowHash(long position) {
            var at = (int) (position - firstPosition);
            return at < rowHashes.size() ? rowHashes.get(at) : null;
        }

        byte[] node(int level, long index) {
            var from = (int) ((index << level) - (firstPosition - 1));
            return from + (1 << level) <= leaves.size() ? hash(from, level) : missing(level, index);
        }

        private byte[] hash(int from, int level) {
            return level == 0
                    ? leaves.get(from)
                    : MerkleTree.node(hash(from, level - 1), hash(from + (1 << (level - 1)), level - 1));
        }
    }

    /** Forgets what was read longest ago. */
    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private final int most;

        Newest(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
