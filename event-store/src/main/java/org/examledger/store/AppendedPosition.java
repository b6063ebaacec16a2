package org.examledger.store;

import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells the command side up to which position the facts of its unit of work were stored. */
public final class AppendedPosition {

    private static final String KEY = AppendedPosition.class.getName();

    private AppendedPosition() {}

    /** The highest position appended by this unit of work or one nested in the same root; empty before the commit. */
    public static OptionalLong in(UnitOfWork<?> unitOfWork) {
        Object position = unitOfWork.root().resources().get(KEY);
        return position instanceof Long known ? OptionalLong.of(known) : OptionalLong.empty();
    }

    static void remember(long position) {
        CurrentUnitOfWork.ifStarted(unitOfWork -> unitOfWork
                .root()
                .resources()
                .merge(KEY, position, (before, now) -> Math.max((Long) before, (Long) now)));
    }
}
