package org.examledger.endtoend.service;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Is ready at once, notes each start in its data directory, and gives up on {@code --give-up}. */
public final class FakeService {
    private FakeService() {}

    public static void main(String... arguments) throws IOException {
        System.out.println("a fake service with " + Arrays.toString(arguments));
        if (Arrays.asList(arguments).contains("--give-up")) {
            System.exit(7);
        }
        var data = Path.of(value("--exam.data-dir=", arguments));
        Files.createDirectories(data);
        Files.createFile(data.resolve("start-" + Files.list(data).count()));
        var port = Integer.parseInt(value("--server.port=", arguments));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/starts", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write(Long.toString(Files.list(data).count()).getBytes());
            exchange.close();
        });
        server.start();
    }

    private static String value(String name, String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }
}
