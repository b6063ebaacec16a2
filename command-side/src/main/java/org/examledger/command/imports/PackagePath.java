package org.examledger.command.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Paths within a package, as its manifest writes them. */
final class PackagePath {
    private PackagePath() {}

    /** A path from the package's root; empty when it points out of the package. */
    static @Nullable String of(String path) {
        var steps = new ArrayDeque<String>();
        if (path.startsWith("/") || path.startsWith("\\") || path.contains(":")) {
            return null;
        }
        for (var step : path.replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    return null;
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /** Where a reference in a file leads. */
    static @Nullable String resolve(String from, String reference) {
        var folder = from.substring(0, from.lastIndexOf('/') + 1);
        try {
            return of(folder + URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return of(folder + reference);
        }
    }
}
