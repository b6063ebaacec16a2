package org.examledger.faults.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.examledger.endtoend.service.Checkout;
import org.examledger.faults.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every fault of the list, at length. Its name is none that a build looks for: {@code make faults} runs it and keeps the table of
 * verdicts in {@code docs/faults.md}.
 */
class AllFaults {
    private final long seed = Seed.next();
    private @Nullable Stage shared;

    private static List<Fault> faults() {
        return List.of(
                new SameCommandManyTimes(),
                new PermutedOrder(),
                new ManySavesAtOnce(),
                new RacingEnds(),
                new CutAfterCommit(),
                new SlowWriter(),
                new ProjectionStopped(),
                new RebuildUnderLoad(),
                new PoolExhausted(),
                new NetworkBroken(),
                new ProcessStopped(),
                new DatabaseKilled(),
                new ServiceKilled(),
                new DiskFull(),
                new ClockOff(),
                new PoisonEvent(),
                new ManyStartAtOnce(),
                new OldEvents(),
                new RestoredBackup(),
                new ErrorWhileCommitting(),
                new HeapPressure(),
                new Tampering());
    }

    private Stage shared() {
        if (shared == null) {
            shared = Stage.open(Stage.services(2), seed);
        }
        return shared;
    }

    @Test
    void every_fault_is_survived() throws Exception {
        var size = Size.valueOf(System.getProperty("faults.size", "LONG"));
        var trials = new ArrayList<Trial>();
        try {
            for (var fault : chosen()) {
                closeBefore(fault);
                trials.add(Trial.of(fault, this::shared, size, seed + fault.number()));
                keep(trials, size);
            }
        } finally {
            close();
        }
        assertThat(trials)
                .allSatisfy(trial ->
                        assertThat(trial.verdict().isValid()).as("%s", trial).isTrue());
    }

    /** After each of them, so that a run that is ended has something to show. */
    private static void keep(List<Trial> trials, Size size) {
        var page = System.getProperty("faults.page", "");
        if (!page.isEmpty()) {
            FaultTable.update(Checkout.root().resolve(page), trials, size);
        }
    }

    /** {@code -Dfaults.only=4,9}, or all of them. */
    private static List<Fault> chosen() {
        var only = System.getProperty("faults.only", "");
        if (only.isEmpty()) {
            return faults();
        }
        Set<String> numbers = Stream.of(only.split(",", -1)).collect(Collectors.toSet());
        return faults().stream()
                .filter(it -> numbers.contains(Integer.toString(it.number())))
                .toList();
    }

    /** Services that nobody strikes any more must not take the processor from those that are. */
    private void closeBefore(Fault next) {
        if (next instanceof DiskFull) {
            close();
        }
    }

    private void close() {
        var open = shared;
        shared = null;
        if (open != null) {
            open.close();
        }
    }
}
