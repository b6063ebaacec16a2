package org.examledger.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that people read: their links lead somewhere, and they hold on every machine. */
final class Documents {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern MACHINE = Pattern.compile(
            "(?<![\\w.])/(work|home|root|Users|mnt|srv)/\\w+|repo\\d*\\.maven\\.|maven\\.pkg\\.|artifactory|nexus");

    private Documents() {}

    /** The README, the guide for contributors, everything under {@code docs} and what the build is started by. */
    static List<Path> all() {
        try (var docs = Files.walk(Sources.ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "Makefile", ".ci/run", ".ci/find-jdk")
                                    .map(Sources.ROOT::resolve),
                            docs.filter(it -> it.toString().endsWith(".md")))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Relative links that lead nowhere. */
    static List<String> brokenLinks(String text, Path folder) {
        var broken = new ArrayList<String>();
        var links = LINK.matcher(text);
        while (links.find()) {
            var target = links.group(1);
            if (!target.contains("://") && !Files.exists(folder.resolve(target))) {
                broken.add(target);
            }
        }
        return broken;
    }

    /** Words that hold on one machine only. */
    static List<String> machineWords(String text) {
        return MACHINE.matcher(text).results().map(it -> it.group()).toList();
    }

    /** The lines of the walk through one exam, as a shell would run them. */
    static List<String> walk(String readme) {
        var between = readme.substring(readme.indexOf("<!-- walk -->"), readme.indexOf("<!-- /walk -->"));
        var lines = new ArrayList<String>();
        var inside = false;
        for (var line : between.lines().toList()) {
            if (line.startsWith("```")) {
                inside = line.equals("```bash");
            } else if (inside) {
                lines.add(line);
            }
        }
        return lines;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
