package org.examledger.service.fanout;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.examledger.command.exam.ExamsInLog;
import org.examledger.events.StreamId;
import org.examledger.store.LogReader;
import org.springframework.stereotype.Component;

/** Finds exams by their streams. */
@Component
class ExamsOfLog implements ExamsInLog {
    private final LogReader log;

    ExamsOfLog(LogReader log) {
        this.log = log;
    }

    @Override
    public long lastPosition() {
        return log.lastPosition();
    }

    @Override
    public Set<UUID> touched(long after, long upTo) {
        return log.streamsTouched(StreamId.EXAM, after, upTo).stream()
                .map(StreamId::idIn)
                .collect(Collectors.toSet());
    }
}
