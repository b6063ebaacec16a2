package org.examledger.service.log;

import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.examledger.command.handling.EventLog;
import org.examledger.store.AppendedPosition;
import org.examledger.store.LogReader;
import org.examledger.store.LogUnavailableException;
import org.springframework.stereotype.Component;

/** The log as the command side needs it. */
@Component
class LogOfCommands implements EventLog {
    private final LogReader log;

    LogOfCommands(LogReader log) {
        this.log = log;
    }

    @Override
    public Optional<Head> headOf(String stream) {
        return log.headOf(stream).map(head -> new Head(head.sequence(), head.position()));
    }

    @Override
    public OptionalLong positionAppendedBy(UnitOfWork<?> work) {
        return AppendedPosition.in(work);
    }

    @Override
    public boolean nothingWasSent(RuntimeException failure) {
        return failure instanceof LogUnavailableException;
    }
}
