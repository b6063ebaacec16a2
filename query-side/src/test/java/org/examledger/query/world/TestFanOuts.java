package org.examledger.query.world;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.examledger.query.exams.FanOuts;

/** A to-do list on which a test writes. */
public final class TestFanOuts implements FanOuts {
    private final Map<UUID, FanOut> going = new ConcurrentHashMap<>();

    public void goesOn(UUID examId, FanOut fanOut) {
        going.put(examId, fanOut);
    }

    @Override
    public Optional<FanOut> of(UUID examId) {
        return Optional.ofNullable(going.get(examId));
    }
}
