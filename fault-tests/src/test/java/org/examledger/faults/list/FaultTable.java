package org.examledger.faults.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.examledger.faults.check.Evidence;

/** The table of faults with verdicts, counts and seeds in a page for people; a run replaces the rows of what it ran. */
final class FaultTable {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|.*");

    private FaultTable() {}

    /** Takes trials into the table of a page. */
    static void update(Path page, List<Trial> trials, Size size) {
        try {
            var today = LocalDate.now(ZoneOffset.UTC);
            Files.write(page, updated(Files.readAllLines(page), trials, size, today));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static List<String> updated(List<String> page, List<Trial> trials, Size size, LocalDate today) {
        var rows = new TreeMap<Integer, String>();
        page.forEach(line -> {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(Integer.valueOf(row.group(1)), line);
            }
        });
        trials.forEach(trial -> rows.put(trial.number(), row(trial, size, today)));
        var lines = new ArrayList<String>();
        for (var line : page) {
            if (!ROW.matcher(line).matches()) {
                lines.add(line);
            }
            if (line.startsWith("|---")) {
                lines.addAll(rows.values());
                rows.clear();
            }
        }
        return lines;
    }

    private static String row(Trial trial, Size size, LocalDate today) {
        var verdict = trial.verdict().isValid()
                ? "VALID"
                : trial.verdict().kind() + ": " + trial.verdict().reasons().getFirst();
        return "| %d | %s | %s | %s | %s | %d | %s, %s, %d s |"
                .formatted(
                        trial.number(),
                        trial.title(),
                        cell(verdict),
                        counts(trial.counts()),
                        cell(trial.evidence().stream().map(Evidence::what).collect(Collectors.joining("; "))),
                        trial.seed(),
                        size == Size.LONG ? "long" : "small",
                        today,
                        trial.took().toSeconds());
    }

    private static String counts(Map<String, Long> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "/").replace("\n", " ");
    }
}
