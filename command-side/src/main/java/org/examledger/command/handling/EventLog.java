package org.examledger.command.handling;

import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What the command side has to know of the log beyond Axon's interfaces. */
public interface EventLog {
    /** The newest row of a stream, read from the database now. */
    Optional<Head> headOf(String stream);

    /** Position of the last row that a committed unit of work appended; empty when it appended none. */
    OptionalLong positionAppendedBy(UnitOfWork<?> work);

    /** Whether an append failed before anything was sent, so that repeating it is safe. */
    boolean nothingWasSent(RuntimeException failure);

    /** Sequence and position of a stream's newest row. */
    record Head(long sequence, long position) {}
}
