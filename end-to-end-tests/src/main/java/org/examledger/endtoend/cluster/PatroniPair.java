package org.examledger.endtoend.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A primary and a synchronous standby under Patroni, with an etcd that says who is who; all on this machine. */
public final class PatroniPair implements ClusterDatabase {
    private static final String ROLE = "exam_ledger";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> NEEDED = List.of("patroni", "etcd", "setpriv");

    private final Path folder;
    private final Path logs;
    private final Process etcd;
    private final List<PatroniNode> nodes;

    private PatroniPair(Path folder, Path logs, Process etcd, List<PatroniNode> nodes) {
        this.folder = folder;
        this.logs = logs;
        this.etcd = etcd;
        this.nodes = nodes;
    }

    /** Which of the programs that it takes this machine has not got. */
    public static List<String> missing() {
        var missing = NEEDED.stream().filter(name -> Programs.find(name).isEmpty());
        return Stream.concat(missing, Programs.hasPostgres() ? Stream.of() : Stream.of("postgresql"))
                .toList();
    }

    /**
     * Comes back when the second node has everything that the first one has.
     *
     * @param logs where all of them write what they have to say
     */
    public static PatroniPair start(Path logs) {
        try {
            Files.createDirectories(logs);
            var folder = Unprivileged.folder("exam-ledger-pair-");
            var client = address();
            var pair = new PatroniPair(
                    folder,
                    logs,
                    etcd(folder, logs, client),
                    List.of(node("node-1", folder, logs, client), node("node-2", folder, logs, client)));
            try {
                pair.bringUp();
            } catch (RuntimeException unstartable) {
                pair.close();
                throw unstartable;
            }
            return pair;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static PatroniNode node(String name, Path folder, Path logs, String etcd) {
        return new PatroniNode(name, folder, logs.resolve(name + ".log"), address(), address(), etcd);
    }

    private static Process etcd(Path folder, Path logs, String client) throws IOException {
        var peer = "http://" + address();
        return new ProcessBuilder(
                        Programs.get("etcd").toString(),
                        "--data-dir=" + folder.resolve("etcd"),
                        "--listen-client-urls=http://" + client,
                        "--advertise-client-urls=http://" + client,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=default=" + peer)
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve("etcd.log").toFile())
                .start();
    }

    private void bringUp() {
        nodes.getFirst().start();
        await("a primary", () -> nodes.getFirst().isPrimary());
        nodes.getLast().start();
        await("a synchronous standby", () -> nodes.getLast().isSynchronousStandby());
        run("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(ROLE, PatroniNode.PASSWORD));
        run("CREATE DATABASE exam_ledger OWNER " + ROLE);
    }

    private void run(String sql) {
        var url = "jdbc:postgresql://" + primary().address() + "/postgres";
        try (var connection = DriverManager.getConnection(url, PatroniNode.SUPERUSER, PatroniNode.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** Waits until something is so. */
    public void await(String what, BooleanSupplier so) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not there: " + what + "; see the logs in " + logs);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    public PatroniNode primary() {
        return nodes.stream()
                .filter(PatroniNode::isPrimary)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no primary now"));
    }

    /** The other one. */
    public PatroniNode besides(PatroniNode node) {
        return nodes.getFirst() == node ? nodes.getLast() : nodes.getFirst();
    }

    /**
     * Both nodes, of which the driver takes the primary; it asks a node again after two seconds, and a connection that says
     * nothing for a minute is given up.
     */
    @Override
    public String url() {
        return "jdbc:postgresql://%s,%s/exam_ledger?targetServerType=primary&hostRecheckSeconds=2&connectTimeout=3&socketTimeout=60&tcpKeepAlive=true"
                .formatted(nodes.getFirst().address(), nodes.getLast().address());
    }

    @Override
    public String username() {
        return ROLE;
    }

    @Override
    public String password() {
        return PatroniNode.PASSWORD;
    }

    @Override
    public void close() {
        nodes.forEach(PatroniNode::stop);
        etcd.destroy();
        etcd.onExit().join();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException undeletable) {
            System.out.println("Could not delete " + folder + ": " + undeletable);
        }
    }

    private static String address() {
        try (var socket = new ServerSocket(0)) {
            return "127.0.0.1:" + socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
