package org.examledger.faults.stage;

import java.net.URI;
import java.time.Duration;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.faults.wire.TcpProxy;

/**
 * One service and the lines around it.
 *
 * @param line between clients and the service
 * @param toDatabase between the service and PostgreSQL
 * @param client straight to the service, for whoever arranges and judges
 */
public record Member(ServiceProcess service, TcpProxy line, TcpProxy toDatabase, LedgerClient client)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Member of(ServiceProcess service, TcpProxy toDatabase, long seed) {
        var line = TcpProxy.to(service.baseUrl().getPort(), seed);
        return new Member(service, line, toDatabase, new LedgerClient(service.baseUrl(), PATIENCE));
    }

    /** Where load clients go. */
    public URI door() {
        return URI.create("http://localhost:" + line.port());
    }

    @Override
    public void close() {
        client.close();
        line.close();
        try {
            service.close();
        } finally {
            toDatabase.close();
        }
    }
}
