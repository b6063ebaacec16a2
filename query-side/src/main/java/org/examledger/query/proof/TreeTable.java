package org.examledger.query.proof;

import java.util.ArrayList;
import java.util.List;
import org.examledger.proof.GrowingTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The tree over the log as rows: the hashes of its leaves, and its full subtrees from 256 leaves on. */
final class TreeTable {
    /** Smaller subtrees are computed when they are asked for. */
    static final int LOWEST_LEVEL = 8;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    TreeTable(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** How many leaves it has, which is the position of the last row in it. */
    long size() {
        return jdbc.sql("""
                SELECT first_position - 1 + octet_length(hashes) / 32
                FROM log_leaf ORDER BY first_position DESC LIMIT 1
                """).query(Long.class).optional().orElse(0L);
    }

    /** Full subtrees as they are stored now; remembers what it has read, so it is for one question only. */
    TreeNodes nodes() {
        return new TreeNodes(jdbc);
    }

    private record Filled(int level, long index, byte[] hash) {}

    /**
     * Takes in the hashes of the next rows, all or none.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another process took them in meanwhile
     */
    void grow(GrowingTree tree, List<ProvenLog.Seal> seals) {
        var filled = new ArrayList<Filled>();
        for (var seal : seals) {
            tree.add(seal.hash(), (level, index, hash) -> {
                if (level >= LOWEST_LEVEL) {
                    filled.add(new Filled(level, index, hash));
                }
            });
        }
        var runs = LeafRuns.of(seals);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("INSERT INTO log_leaf (first_position, hashes) SELECT * FROM unnest(?::bigint[], ?::bytea[])")
                    .param(runs.stream().map(LeafRuns.Run::firstPosition).toArray(Long[]::new))
                    .param(runs.stream().map(LeafRuns.Run::hashes).toArray(byte[][]::new))
                    .update();
            if (!filled.isEmpty()) {
                jdbc.sql("""
                        INSERT INTO log_tree (level, index, hash)
                        SELECT * FROM unnest(?::smallint[], ?::bigint[], ?::bytea[])
                        """)
                        .param(filled.stream().map(Filled::level).toArray(Integer[]::new))
                        .param(filled.stream().map(Filled::index).toArray(Long[]::new))
                        .param(filled.stream().map(Filled::hash).toArray(byte[][]::new))
                        .update();
            }
        });
    }
}
