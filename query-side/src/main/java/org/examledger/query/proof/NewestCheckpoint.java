package org.examledger.query.proof;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far the log is signed, for an operator. */
@Component
public class NewestCheckpoint {
    private final CheckpointTable table;

    NewestCheckpoint(CheckpointTable table) {
        this.table = table;
    }

    /** @param size rows that it covers */
    public record Signed(long size, Instant at) {}

    public Optional<Signed> find() {
        return table.newest().map(row -> new Signed(row.size(), row.signedAt()));
    }
}
