package org.examledger.faults.planted;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.examledger.command.handling.AggregateCache;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.EventLog;
import org.examledger.command.handling.Reply;

/** Looks the stream's head up and takes it for the one that the cached aggregate knows, whatever it is. */
final class StaleNoOps {
    private static final ThreadLocal<Long> DECIDED_AT = ThreadLocal.withInitial(() -> -1L);

    private StaleNoOps() {}

    static Commands commands(CommandBus bus, EventLog log, AggregateCache cache, Path switches) {
        return new Commands(remembering(bus), new StaleHeads(log, switches), cache);
    }

    /** A gateway that remembers on which sequence the last decision of this thread was made. */
    private static CommandGateway remembering(CommandBus bus) {
        var real = DefaultCommandGateway.builder().commandBus(bus).build();
        return (CommandGateway) Proxy.newProxyInstance(
                StaleNoOps.class.getClassLoader(),
                new Class<?>[] {CommandGateway.class},
                (proxy, method, arguments) -> {
                    try {
                        var answer = method.invoke(real, arguments);
                        if (answer instanceof Reply<?> reply) {
                            DECIDED_AT.set(reply.sequence());
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    private record StaleHeads(EventLog real, Path switches) implements EventLog {
        @Override
        public Optional<Head> headOf(String stream) {
            var head = real.headOf(stream);
            return Plant.STALE_NO_OP.isOn(switches) ? head.map(it -> new Head(DECIDED_AT.get(), it.position())) : head;
        }

        @Override
        public OptionalLong positionAppendedBy(UnitOfWork<?> work) {
            return real.positionAppendedBy(work);
        }

        @Override
        public boolean nothingWasSent(RuntimeException failure) {
            return real.nothingWasSent(failure);
        }
    }
}
