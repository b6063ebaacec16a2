package org.examledger.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.examledger.benchmarks.systems.Kind;

/**
 * What to measure and for how long.
 *
 * @param sessions of a fresh exam for every round
 * @param rebuildEvents facts from which the read models are rebuilt
 * @param fewEvents in the smaller of the two logs that are compared
 * @param manyEvents in the larger
 * @param watched sessions of the exam whose monitor is asked for
 */
public record Plan(
        boolean quick,
        Set<String> measures,
        List<Kind> systems,
        int clients,
        int sessions,
        int rounds,
        Duration warmUp,
        Duration round,
        int rebuildEvents,
        int fewEvents,
        int manyEvents,
        int watched,
        Path directory,
        Path serviceJar) {
    private static final String USAGE = """
            Options, each with its default for a full run and for --quick:
              --full                     the run whose numbers count; as without --quick
              --quick                    a short run that only indicates
              --measures=P1,P2,…         of P1 P2 P3 P4 P5 P6 P7 P8 P9 (all)
              --systems=ours,crud,…      of ours crud stock-jpa stock-jdbc noop (all five; ours always takes part)
                                         and ours-command, which has no read models beside it
              --clients=32               of the closed loop
              --sessions=1000            sessions of each round's exam (500)
              --rounds=5                 (2)
              --warm-up=30               seconds for each system (5)
              --round=5                  seconds (3)
              --rebuild-events=1000000   (50000)
              --few-events=50000         (50000)
              --many-events=5000000      (250000)
              --watched=10000            sessions in the watched exam (1000)
              --directory=target/bench   where data and logs go; on the disk to be measured
              --service-jar=../exam-service/target/exam-service-1.0.0-SNAPSHOT.jar
            """;
    private static final List<String> MEASURES = List.of("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9");

    /** Reads options; an argument may hold several, as Maven passes them. */
    public static Plan of(String... arguments) {
        var options = new HashMap<String, String>();
        Arrays.stream(String.join(" ", arguments).split("\\s+"))
                .filter(argument -> !argument.isBlank())
                .forEach(argument -> add(options, argument));
        var quick = options.remove("quick") != null && options.remove("full") == null;
        options.remove("full");
        var plan = new Plan(
                quick,
                new TreeSet<>(List.of(
                        text(options, "measures", String.join(",", MEASURES)).split(","))),
                systems(text(options, "systems", "ours,crud,stock-jpa,stock-jdbc,noop")),
                number(options, "clients", 32),
                number(options, "sessions", quick ? 500 : 1000),
                number(options, "rounds", quick ? 2 : 5),
                Duration.ofSeconds(number(options, "warm-up", quick ? 5 : 30)),
                Duration.ofSeconds(number(options, "round", quick ? 3 : 5)),
                number(options, "rebuild-events", quick ? 50_000 : 1_000_000),
                number(options, "few-events", 50_000),
                number(options, "many-events", quick ? 250_000 : 5_000_000),
                number(options, "watched", quick ? 1_000 : 10_000),
                Path.of(text(options, "directory", "target/bench")).toAbsolutePath(),
                Path.of(text(options, "service-jar", "../exam-service/target/exam-service-1.0.0-SNAPSHOT.jar"))
                        .toAbsolutePath()
                        .normalize());
        if (!options.isEmpty() || !MEASURES.containsAll(plan.measures())) {
            throw new IllegalArgumentException(
                    "not understood: " + options.keySet() + " " + plan.measures() + "\n" + USAGE);
        }
        return plan;
    }

    /** Whether this one is wanted. */
    public boolean has(String measure) {
        return measures.contains(measure);
    }

    private static void add(Map<String, String> options, String argument) {
        if (!argument.startsWith("--")) {
            throw new IllegalArgumentException("not understood: " + argument + "\n" + USAGE);
        }
        var equals = argument.indexOf('=');
        options.put(
                argument.substring(2, equals < 0 ? argument.length() : equals),
                equals < 0 ? "" : argument.substring(equals + 1));
    }

    private static List<Kind> systems(String words) {
        var wanted = List.of(words.split(","));
        for (var word : wanted) {
            if (Kind.of(word).isEmpty()) {
                throw new IllegalArgumentException("no system " + word + "\n" + USAGE);
            }
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind == Kind.OURS || wanted.contains(kind.word()))
                .toList();
    }

    private static int number(Map<String, String> options, String name, int unlessTold) {
        return Integer.parseInt(text(options, name, Integer.toString(unlessTold)));
    }

    private static String text(Map<String, String> options, String name, String unlessTold) {
        var told = options.remove(name);
        return told == null ? unlessTold : told;
    }
}
