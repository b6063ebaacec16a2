package org.examledger.faults.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.examledger.faults.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small set of faults, one after the other on the same two services. */
class SomeFaultsIT {
    private static final long SEED = Seed.next();
    private static final Stage STAGE = Stage.open(Stage.services(2), SEED);

    @AfterAll
    static void close() {
        STAGE.close();
    }

    static List<Fault> faults() {
        return List.of(
                new SameCommandManyTimes(),
                new PermutedOrder(),
                new ManySavesAtOnce(),
                new RacingEnds(),
                new CutAfterCommit(),
                new SlowWriter(),
                new ProjectionStopped(),
                new PoolExhausted(),
                new NetworkBroken(),
                new RebuildUnderLoad(),
                new ServiceKilled());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nothing_acknowledged_is_lost_and_nothing_is_there_twice(Fault fault) throws Exception {
        var trial = Trial.of(fault, STAGE, Size.SMALL, SEED + fault.number());
        assertThat(trial.verdict().isValid()).as("%s", trial).isTrue();
    }
}
