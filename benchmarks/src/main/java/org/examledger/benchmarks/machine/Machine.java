package org.examledger.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it was measured on. */
public final class Machine {
    private Machine() {}

    public static String description() {
        return "%d × %s, %s MiB memory, %s %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        lineOf("/proc/cpuinfo", "model name"),
                        memoryMebibytes(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"));
    }

    /** The load average before anything was started: what others did meanwhile. */
    public static String loadBefore() {
        return firstLine("/proc/loadavg");
    }

    private static String memoryMebibytes() {
        var digits = lineOf("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return digits.isEmpty() ? "?" : Long.toString(Long.parseLong(digits) / 1024);
    }

    private static String lineOf(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("?");
        } catch (IOException unknown) {
            return "?";
        }
    }

    private static String firstLine(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unknown) {
            return "?";
        }
    }
}
