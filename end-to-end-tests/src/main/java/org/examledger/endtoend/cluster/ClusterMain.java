package org.examledger.endtoend.cluster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Starts the whole topology and keeps it until Ctrl-C: {@code make cluster}. */
public final class ClusterMain {
    private ClusterMain() {}

    /** @param arguments the port where clients come in, and more of the services' settings */
    public static void main(String... arguments) throws InterruptedException {
        // The embedded PostgreSQL's starter would complain that nobody listens to it.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var port = arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]);
        var settings = arguments.length < 2 ? new String[0] : Arrays.copyOfRange(arguments, 1, arguments.length);
        var folder = Path.of("target", "cluster").toAbsolutePath();
        System.out.println("Starting a database, four processes and HAProxy; they write into " + folder);
        var cluster = Cluster.start(folder, port, settings);
        System.out.println("Ready at " + cluster.front() + " (sign in as hc or worker-1 with password demo)");
        for (var name : cluster.names()) {
            var process = cluster.process(name);
            System.out.println("  %-9s  %s  process %d".formatted(name, process.baseUrl(), process.pid()));
        }
        System.out.println("Ctrl-C ends all of it.");
        new CountDownLatch(1).await();
    }
}
