package org.examledger.faults.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.examledger.faults.check.Evidence;

/** The table of faults with verdicts, counts and seeds, as it stands in the documents. */
final class FaultTable {
    /** What a run writes; {@code make faults} puts it where people read it. */
    private static final Path FILE = Path.of("target", "faults", "table.md");

    private FaultTable() {}

    /** Writes what is known so far, so that a run that is ended has something to show. */
    static void write(List<Trial> trials, Size size) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines(trials, size));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static List<String> lines(List<Trial> trials, Size size) {
        var lines = new ArrayList<String>();
        lines.add("| # | fault | verdict | what happened | evidence | seed | s |");
        lines.add("|---|---|---|---|---|---|---|");
        trials.stream().sorted(Comparator.comparingInt(Trial::number)).forEach(trial -> lines.add(row(trial)));
        lines.add("");
        lines.add("Size " + size + ". " + trials.stream()
                .collect(Collectors.groupingBy(it -> it.verdict().kind(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .collect(Collectors.joining(", ")) + ".");
        return lines;
    }

    private static String row(Trial trial) {
        var verdict = trial.verdict().isValid()
                ? "VALID"
                : trial.verdict().kind() + ": " + trial.verdict().reasons().getFirst();
        return "| %d | %s | %s | %s | %s | %d | %d |"
                .formatted(
                        trial.number(),
                        trial.title(),
                        cell(verdict),
                        counts(trial.counts()),
                        cell(trial.evidence().stream().map(Evidence::what).collect(Collectors.joining("; "))),
                        trial.seed(),
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
