package org.examledger.endtoend.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.examledger.endtoend.service.Checkout;
import org.jspecify.annotations.Nullable;

/** One machine of a pair: Patroni and the PostgreSQL that it minds, with the configuration of {@code deploy/patroni}. */
public final class PatroniNode {
    static final String SUPERUSER = "postgres";
    static final String PASSWORD = "only for this rehearsal";

    private final String name;
    private final Path folder;
    private final Path log;
    private final String postgres;
    private final String rest;
    private final String etcd;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process patroni;

    /**
     * @param folder where it keeps everything; the user that PostgreSQL runs as must be able to write there
     * @param log what both programs say
     */
    PatroniNode(String name, Path folder, Path log, String postgres, String rest, String etcd) {
        this.name = name;
        this.folder = folder;
        this.log = log;
        this.postgres = postgres;
        this.rest = rest;
        this.etcd = etcd;
    }

    public String name() {
        return name;
    }

    /** Host and port of its PostgreSQL. */
    String address() {
        return postgres;
    }

    /** Starts, or comes back after it was killed. */
    public void start() {
        var command = new ArrayList<>(Unprivileged.prefix());
        command.add(Programs.get("patroni").toString());
        command.add(Checkout.root().resolve("deploy/patroni/patroni.yml").toString());
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment());
        try {
            patroni = builder.start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private Map<String, String> environment() {
        var variables = new TreeMap<String, String>();
        variables.put("PATRONI_NAME", name);
        variables.put("PATRONI_ETCD3_HOSTS", etcd);
        variables.put("PATRONI_RESTAPI_LISTEN", rest);
        variables.put("PATRONI_RESTAPI_CONNECT_ADDRESS", rest);
        variables.put("PATRONI_POSTGRESQL_LISTEN", postgres);
        variables.put("PATRONI_POSTGRESQL_CONNECT_ADDRESS", postgres);
        variables.put("PATRONI_POSTGRESQL_DATA_DIR", data().toString());
        variables.put("PATRONI_POSTGRESQL_BIN_DIR", Programs.ofPostgres().toString());
        variables.put(
                "PATRONI_POSTGRESQL_PGPASS", folder.resolve(name + ".pgpass").toString());
        variables.put("PATRONI_SUPERUSER_USERNAME", SUPERUSER);
        variables.put("PATRONI_SUPERUSER_PASSWORD", PASSWORD);
        variables.put("PATRONI_REPLICATION_USERNAME", "replicator");
        variables.put("PATRONI_REPLICATION_PASSWORD", PASSWORD);
        return variables;
    }

    private Path data() {
        return folder.resolve(name);
    }

    public boolean isPrimary() {
        return says("/primary");
    }

    /** Whether everything that is acknowledged is on its disk too. */
    public boolean isSynchronousStandby() {
        return says("/synchronous");
    }

    private boolean says(String what) {
        var request = HttpRequest.newBuilder(URI.create("http://" + rest + what))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** As if the machine lost its power: SIGKILL for Patroni, the postmaster and each of its processes. */
    public void kill() {
        var processes = new ArrayList<ProcessHandle>();
        if (patroni != null) {
            processes.add(patroni.toHandle());
        }
        postmaster().forEach(postmaster -> {
            processes.add(postmaster);
            processes.addAll(postmaster.children().toList());
        });
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** Patroni ends its PostgreSQL before it goes. */
    void stop() {
        if (patroni != null) {
            patroni.destroy();
            patroni.onExit().join();
        }
        postmaster().forEach(ProcessHandle::destroy);
        http.close();
    }

    private List<ProcessHandle> postmaster() {
        try (Stream<String> lines = Files.lines(data().resolve("postmaster.pid"))) {
            return lines
                    .findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(handle -> handle.info().command().orElse("").contains("postgres"))
                    .stream()
                    .toList();
        } catch (IOException | UncheckedIOException none) {
            return List.of();
        }
    }
}
