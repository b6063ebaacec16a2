package org.examledger.service.log;

import java.util.OptionalLong;
import org.examledger.query.portal.NewestFacts;
import org.examledger.store.LogReader;
import org.springframework.stereotype.Component;

/** The log as a reader asks it how far it is. */
@Component
class NewestFactsOfLog implements NewestFacts {
    private final LogReader log;

    NewestFactsOfLog(LogReader log) {
        this.log = log;
    }

    @Override
    public OptionalLong positionOf(String stream) {
        return log.headOf(stream).map(head -> OptionalLong.of(head.position())).orElseGet(OptionalLong::empty);
    }
}
