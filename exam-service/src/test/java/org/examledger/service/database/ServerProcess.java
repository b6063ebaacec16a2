package org.examledger.service.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A service reduced to its database, in a process of its own that can be killed. */
final class ServerProcess {
    private ServerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var server =
                EmbeddedPostgres.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        System.out.println("listening on " + server.port());
        new CountDownLatch(1).await();
    }
}
