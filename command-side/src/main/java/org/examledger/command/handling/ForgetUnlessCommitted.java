package org.examledger.command.handling;

import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Evicts the cached aggregate of a command whose unit of work was not committed, whatever ended it.
 *
 * <p>Axon evicts it when an exception rolls the unit of work back. An {@link Error} during the commit rolls nothing
 * back: the cached aggregate would go on with facts that are in no log, and would call their repeat a duplicate.
 */
final class ForgetUnlessCommitted implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final Cache cache;

    ForgetUnlessCommitted(Cache cache) {
        this.cache = cache;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } finally {
            if (work.getMessage().getPayload() instanceof Command command && work.phase() == UnitOfWork.Phase.STARTED) {
                forgetUnlessCommitted(work, command.stream());
            }
        }
    }

    /** Cleaning up goes backwards, so this comes before the aggregate's lock is released to the next command. */
    private void forgetUnlessCommitted(UnitOfWork<?> work, String stream) {
        var committed = new AtomicBoolean();
        work.afterCommit(done -> committed.set(true));
        work.onCleanup(done -> {
            if (!committed.get()) {
                cache.remove(stream);
            }
        });
    }
}
