package org.examledger.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.examledger.benchmarks.load.Http;
import org.examledger.benchmarks.load.Wire;

/** A system under test: a JVM of its own, with the same flags as every other. */
public final class JavaProcess implements AutoCloseable {
    /** The flags of every system under test. */
    public static final List<String> FLAGS =
            List.of("-Xmx512m", "-XX:+UseG1GC", "-Daxoniq.update-checker.disabled=true");

    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final Duration START = Duration.ofSeconds(180);
    private static final byte[] READINESS = Http.get("/actuator/health/readiness", "");

    private final Process process;
    private final int port;
    private final Path log;
    private double secondsToReady;

    private JavaProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts a program and waits until it is ready.
     *
     * @param what {@code -jar x.jar}, or {@code -cp … Main}
     * @param settings as {@code --name=value}
     */
    public static JavaProcess start(Path log, List<String> what, List<String> settings) {
        try {
            var port = freePort();
            var line = new ArrayList<String>();
            line.add(BIN.resolve("java").toString());
            line.addAll(FLAGS);
            line.addAll(what);
            line.addAll(settings);
            line.add("--server.port=" + port);
            Files.createDirectories(log.toAbsolutePath().getParent());
            var begun = System.nanoTime();
            var process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var started = new JavaProcess(process, port, log);
            Leftovers.stopAtTheEnd(started);
            started.awaitReady();
            started.secondsToReady = (System.nanoTime() - begun) / 1e9;
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A program on this module's own class path. */
    public static List<String> main(Class<?> program) {
        return List.of("-cp", System.getProperty("java.class.path"), program.getName());
    }

    public int port() {
        return port;
    }

    /** From the start of the process to its first good answer about readiness. */
    public double secondsToReady() {
        return secondsToReady;
    }

    private void awaitReady() {
        var patience = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < patience && process.isAlive()) {
            try (var wire = new Wire(port)) {
                if (wire.exchange(READINESS).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            }
            LockSupport.parkNanos(20_000_000);
        }
        close();
        throw new IllegalStateException("it did not get ready; its log is " + log);
    }

    /** How long it has kept a processor busy so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What the heap holds and takes, in MiB, as {@code jcmd GC.heap_info} says. */
    public Heap heap() {
        try {
            var asked = new ProcessBuilder(BIN.resolve("jcmd").toString(), Long.toString(process.pid()), "GC.heap_info")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Heap.in(said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    /** Stops it as an operator would, and for good when that does not help. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
