package org.examledger.query.proof;

/** Brings together what a walk holds the log against. */
final class Walker {
    private final ProvenLog log;
    private final TreeTable tree;
    private final CheckpointTable table;
    private final Keys keys;
    private final Restores restores;
    private final ProofSettings settings;

    Walker(ProvenLog log, TreeTable tree, CheckpointTable table, Keys keys, Restores restores, ProofSettings settings) {
        this.log = log;
        this.tree = tree;
        this.table = table;
        this.keys = keys;
        this.restores = restores;
        this.settings = settings;
    }

    /** A walk over the whole log; rows and file are read anew, whatever this process remembers of them. */
    Walk fromTheStart() {
        return from(0, log.afresh(), new CheckpointFile(settings.checkpointFile()));
    }

    /**
     * A walk over what came since.
     *
     * @param after a position up to which everything was right; the walk begins earlier when the tree has not got there
     * @throws TreeBroken when the tree cannot go on from there
     */
    Walk from(long after, CheckpointFile file) {
        return from(after, log, file);
    }

    private Walk from(long after, ProvenLog rows, CheckpointFile file) {
        var size = tree.size();
        var begin = Math.min(after, size);
        var claims = new Claims(table.above(begin), file.all(), keys.verifying(), restores.all(), begin);
        return new Walk(rows, tree.nodes(), size, claims, begin);
    }
}
