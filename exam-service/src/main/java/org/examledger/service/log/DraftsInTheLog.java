package org.examledger.service.log;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.examledger.command.draft.UntouchedDrafts;
import org.examledger.events.StreamId;
import org.examledger.store.LogReader;
import org.springframework.stereotype.Component;

/** Finds drafts by their newest fact: one that was locked, discarded or has expired ends with another than a save. */
@Component
class DraftsInTheLog implements UntouchedDrafts {
    private static final Set<String> BEGINNING_AND_SAVE = Set.of("DraftStarted", "DraftRevised");

    private final LogReader log;

    DraftsInTheLog(LogReader log) {
        this.log = log;
    }

    @Override
    public List<UUID> since(Instant time) {
        return log.streamsResting("draft", BEGINNING_AND_SAVE, time).stream()
                .map(StreamId::idIn)
                .toList();
    }
}
