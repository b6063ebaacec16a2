package org.examledger.command.handling;

import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tells a reply the position at which its facts were stored, as soon as they are. */
public final class PositionOfReply implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final EventLog log;

    public PositionOfReply(EventLog log) {
        this.log = log;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var result = chain.proceed();
        if (result instanceof Reply<?> reply && reply.appended()) {
            work.afterCommit(
                    done -> reply.certainAt(log.positionAppendedBy(done).orElseThrow()));
        }
        return Objects.requireNonNull(result, "every command has a reply");
    }
}
