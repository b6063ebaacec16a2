package org.examledger.query.proof;

import java.util.ArrayList;
import java.util.List;

/** Cuts hashes of rows into runs that do not cross a multiple of {@link #TILE}, as the table keeps them. */
final class LeafRuns {
    /** As many leaves stand below one subtree that the table of the tree keeps. */
    static final int TILE = 1 << 8;

    static final int HASH_BYTES = 32;

    private LeafRuns() {}

    /** @param hashes of the rows from a position on, one after the other */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Run(long firstPosition, byte[] hashes) {}

    static List<Run> of(List<ProvenLog.Seal> seals) {
        var runs = new ArrayList<Run>();
        for (int from = 0; from < seals.size(); ) {
            var first = seals.get(from).position();
            var roomInTile = TILE - (int) ((first - 1) % TILE);
            var to = Math.min(seals.size(), from + roomInTile);
            var hashes = new byte[(to - from) * HASH_BYTES];
            for (int i = from; i < to; i++) {
                System.arraycopy(seals.get(i).hash(), 0, hashes, (i - from) * HASH_BYTES, HASH_BYTES);
            }
            runs.add(new Run(first, hashes));
            from = to;
        }
        return runs;
    }
}
