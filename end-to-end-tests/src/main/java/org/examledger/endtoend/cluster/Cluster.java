package org.examledger.endtoend.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.examledger.endtoend.service.ServiceProcess;
import org.jspecify.annotations.Nullable;

/** The topology of {@code docker-compose.yml} as processes on this machine: a database, four processes, a balancer. */
public final class Cluster implements AutoCloseable {
    /** The processes by the names that the balancer has for them, and their roles. */
    private static final Map<String, String> ROLES = new TreeMap<>(
            Map.of("command-1", "command", "command-2", "command", "query-1", "query", "query-2", "query"));

    /** Four of them share a small machine. */
    private static final List<String> SMALL = List.of("-Xmx320m", "-XX:+UseSerialGC");

    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ClusterDatabase database;
    private @Nullable Balancer balancer;

    private Cluster(ClusterDatabase database) {
        this.database = database;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * @param folder what the processes say and keep, in files and folders of their own
     * @param port where clients come in; 0 picks a free one
     * @param settings more of the services' settings, as {@code --name=value}
     */
    public static Cluster start(Path folder, int port, String... settings) {
        return start(OnePostgres.start(), folder, port, settings);
    }

    /** The same on another database, which ends with it. */
    public static Cluster start(ClusterDatabase database, Path folder, int port, String... settings) {
        var cluster = new Cluster(database);
        try {
            cluster.launch(folder, port, List.of(settings));
            return cluster;
        } catch (RuntimeException unstartable) {
            cluster.close();
            throw unstartable;
        }
    }

    private void launch(Path folder, int port, List<String> settings) {
        var secrets = secrets(folder);
        var keys = keys(folder);
        try (var threads = Executors.newCachedThreadPool()) {
            var starting = new TreeMap<String, CompletableFuture<ServiceProcess>>();
            ROLES.forEach((name, role) -> starting.put(
                    name,
                    CompletableFuture.supplyAsync(
                            () -> process(folder, name, role, secrets, keys, settings), threads)));
            starting.forEach((name, started) -> processes.put(name, started.join()));
        }
        var addresses = new TreeMap<String, String>();
        processes.forEach((name, process) -> addresses.put(
                "EXAM_" + name.replace('-', '_').toUpperCase(Locale.ROOT),
                "127.0.0.1:" + process.baseUrl().getPort()));
        balancer = Balancer.start(port, addresses, folder.resolve("haproxy.log"));
        processes.keySet().forEach(name -> balancer().await(name, true));
    }

    private ServiceProcess process(
            Path folder, String name, String role, Path secrets, Path keys, List<String> settings) {
        var all = new ArrayList<String>();
        all.add("--exam.role=" + role);
        all.add("--exam.demo=true");
        all.add("--exam.drain=2s");
        all.add("--exam.proof.keys=" + keys);
        all.add("--spring.config.import=configtree:" + secrets + "/");
        all.add("--spring.datasource.url=" + database.url());
        all.addAll(settings);
        return ServiceProcess.start(folder(folder, name), SMALL, all.toArray(new String[0]));
    }

    /** What must not stand in an environment: one file for each setting, named like it. */
    private Path secrets(Path folder) {
        try {
            var secrets = folder(folder, "secrets");
            Files.writeString(secrets.resolve("spring.datasource.username"), database.username());
            Files.writeString(secrets.resolve("spring.datasource.password"), database.password());
            return secrets;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** One folder for all that sign, and of its own for each database: another one's checkpoints would be an alarm. */
    private static Path keys(Path folder) {
        try {
            return Files.createTempDirectory(folder, "keys-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path folder(Path folder, String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Where clients come in. */
    public URI front() {
        return balancer().front();
    }

    public Balancer balancer() {
        var running = balancer;
        if (running == null) {
            throw new IllegalStateException("the balancer is not there yet");
        }
        return running;
    }

    /** Names of all processes. */
    public List<String> names() {
        return List.copyOf(processes.keySet());
    }

    public ServiceProcess process(String name) {
        var process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException("no process is called " + name);
        }
        return process;
    }

    /** Stops one as a new release would, starts it again, and comes back when the balancer sends requests to it. */
    public void restart(String name) {
        process(name).stop();
        process(name).restart();
        balancer().await(name, true);
    }

    /** The processes first: each tells the balancer that it goes. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        processes.values().parallelStream().forEach(ServiceProcess::close);
        if (balancer != null) {
            balancer.close();
        }
        database.close();
    }
}
