package org.examledger.endtoend.service;

import java.nio.file.Path;
import org.examledger.endtoend.client.LedgerClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running service, and a client of it, for all tests that leave it running; starting one takes a while. */
public final class SharedService implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedService.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var wanted = parameter.getParameter().getType();
        return wanted == LedgerClient.class || wanted == ServiceProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running =
                context.getRoot().getStore(HERE).computeIfAbsent(Running.class, key -> new Running(), Running.class);
        return parameter.getParameter().getType() == LedgerClient.class ? running.client() : running.service();
    }

    /** Where services of tests keep their data and output. */
    public static Path workDirectory() {
        return Path.of("target", "services").toAbsolutePath();
    }

    /** JUnit closes it when the last test is over. */
    private static final class Running implements AutoCloseable {
        private @Nullable ServiceProcess service;
        private @Nullable LedgerClient client;
        private @Nullable RuntimeException failure;

        Running() {
            try {
                service = ServiceProcess.start(workDirectory(), "--exam.proof.every=1s");
                client = new LedgerClient(service.baseUrl());
            } catch (RuntimeException unstartable) {
                // Kept, so that not every test waits for the same failure.
                failure = unstartable;
            }
        }

        LedgerClient client() {
            return started(client);
        }

        ServiceProcess service() {
            return started(service);
        }

        private <T> T started(@Nullable T it) {
            if (it == null) {
                throw new IllegalStateException("The shared service did not start", failure);
            }
            return it;
        }

        @Override
        public void close() {
            if (client != null) {
                client.close();
            }
            if (service != null) {
                service.close();
            }
        }
    }
}
