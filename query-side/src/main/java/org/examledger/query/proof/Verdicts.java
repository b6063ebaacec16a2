package org.examledger.query.proof;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what the last walk over the whole log found, and what came since. */
final class Verdicts {
    /** Checked while somebody waits; more is left for the next question or the next walk. */
    private static final int MOST_ROWS = 20_000;

    private final Walker walker;
    private final WalkTable table;
    private final CheckpointFile file;
    private final Restores restores;
    private Since since = new Since(null, 0, Optional.empty());

    Verdicts(Walker walker, WalkTable table, CheckpointFile file, Restores restores) {
        this.walker = walker;
        this.table = table;
        this.file = file;
        this.restores = restores;
    }

    /** How far this process has got since the walk that ended then. */
    private record Since(@Nullable Instant walk, long checkedTo, Optional<Flaw> flaw) {}

    synchronized Verdict now() {
        var row = table.row();
        if (!Objects.equals(row.checkedAt(), since.walk())) {
            var flaw = Optional.ofNullable(row.badPosition()).map(it -> new Flaw(it, String.valueOf(row.reason())));
            since = new Since(row.checkedAt(), row.checkedTo(), flaw);
        }
        if (since.flaw().isEmpty()) {
            since = goOn(since);
        }
        var flaw = since.flaw();
        return new Verdict(
                flaw.isEmpty() ? "intact" : "broken",
                since.checkedTo(),
                flaw.map(Flaw::position).orElse(null),
                flaw.map(Flaw::reason).orElse(null),
                new Verdict.LastWalk(row.state().toLowerCase(Locale.ROOT), row.position(), row.goal(), row.checkedAt()),
                restores.all().stream()
                        .map(it -> new Verdict.Gap(it.position(), it.at(), it.lostFrom(), it.lostTo(), it.reason()))
                        .toList());
    }

    private Since goOn(Since before) {
        try {
            var walk = walker.from(before.checkedTo(), file);
            var begin = walk.position();
            Optional<Flaw> flaw = Optional.empty();
            while (flaw.isEmpty() && !walk.isAtEnd() && walk.position() - begin < MOST_ROWS) {
                flaw = walk.next();
            }
            return new Since(before.walk(), Math.max(walk.position(), before.checkedTo()), flaw);
        } catch (TreeBroken broken) {
            return new Since(
                    before.walk(), before.checkedTo(), Optional.of(new Flaw(broken.position(), broken.reason())));
        }
    }
}
