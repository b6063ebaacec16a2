package org.examledger.benchmarks.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Collects what was measured, as lines for people and as JSON for machines. */
public final class Report {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROW = "| %-4s | %-46s | %-28s | %-24s |%n";

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private record Line(String measure, String what, String value, String goal) {}

    /** A circumstance of the whole run. */
    public void fact(String name, Object value) {
        facts.put(name, value);
    }

    /** A line of the table. */
    public void line(String measure, String what, String value, String goal) {
        lines.add(new Line(measure, what, value, goal));
        System.out.printf("  %s  %s: %s%s%n", measure, what, value, goal.isEmpty() ? "" : "   (goal " + goal + ")");
    }

    /** A figure for the JSON only. */
    public void figure(String measure, String name, Object value) {
        figures.computeIfAbsent(measure, none -> new LinkedHashMap<>()).put(name, value);
    }

    public String table() {
        var table = new StringBuilder();
        facts.forEach((name, value) -> table.append("%s: %s%n".formatted(name, value)));
        table.append('\n').append(ROW.formatted("#", "measure", "median (range)", "goal"));
        table.append("|------|------------------------------------------------|------------------------------|")
                .append("--------------------------|\n");
        lines.forEach(line -> table.append(ROW.formatted(line.measure(), line.what(), line.value(), line.goal())));
        return table.toString();
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var all = new LinkedHashMap<String, Object>(facts);
        all.put("table", lines);
        all.put("figures", figures);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }
}
