package org.examledger.query.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.examledger.events.StreamId;
import org.examledger.events.log.LogRestored;
import org.examledger.proof.Checkpoint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What admins have declared: rows that were signed and then lost, because the database was restored from a backup. */
@Component
final class Restores {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ProvenLog log;

    Restores(ProvenLog log) {
        this.log = log;
    }

    /** A declaration, and where it stands in the log. */
    record Restore(long position, Instant at, long lostFrom, long lostTo, String reason) {
        /**
         * Whether this checkpoint speaks of what was lost. From the loss to its declaration nothing is signed, so the time
         * tells checkpoints of the lost rows from those of the rows that stand in their place.
         */
        boolean covers(Checkpoint checkpoint) {
            return lostFrom <= checkpoint.size()
                    && checkpoint.size() <= lostTo
                    && checkpoint.at().isBefore(at);
        }
    }

    List<Restore> all() {
        var restores = new ArrayList<Restore>();
        for (var rows = log.rowsOf(StreamId.RESTORES, -1);
                !rows.isEmpty();
                rows = log.rowsOf(StreamId.RESTORES, rows.getLast().sequence())) {
            for (var row : rows) {
                var fact = JSON.readValue(row.payload(), LogRestored.class);
                restores.add(new Restore(row.position(), row.at(), fact.lostFrom(), fact.lostTo(), fact.reason()));
            }
        }
        return restores;
    }
}
