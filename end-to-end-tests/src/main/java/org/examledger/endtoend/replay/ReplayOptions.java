package org.examledger.endtoend.replay;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How to replay.
 *
 * @param baseUrl of a running service in demo mode; without it one is started from the jar
 * @param submitShare which part of the students submits
 */
record ReplayOptions(Optional<URI> baseUrl, int students, int parallelism, long seed, double submitShare) {
    static final String USAGE =
            "RealExamReplay [--base-url=URL] [--students=1575] [--parallelism=48] [--seed=1] [--submit-share=0.8]";

    ReplayOptions {
        if (students < 1 || parallelism < 1 || submitShare < 0 || submitShare > 1) {
            throw new IllegalArgumentException(USAGE);
        }
    }

    static ReplayOptions of(int students, int parallelism, long seed) {
        return new ReplayOptions(Optional.empty(), students, parallelism, seed, 0.8);
    }

    /** @throws IllegalArgumentException with the usage when something is misspelt */
    static ReplayOptions parse(String... arguments) {
        var given = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .peek(pair -> {
                    if (pair.length < 2) {
                        throw new IllegalArgumentException(USAGE);
                    }
                })
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var options = new ReplayOptions(
                Optional.ofNullable(given.remove("--base-url")).map(URI::create),
                Integer.parseInt(given.getOrDefault("--students", "1575")),
                Integer.parseInt(given.getOrDefault("--parallelism", "48")),
                Long.parseLong(given.getOrDefault("--seed", "1")),
                Double.parseDouble(given.getOrDefault("--submit-share", "0.8")));
        given.keySet().removeAll(Set.of("--students", "--parallelism", "--seed", "--submit-share"));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(given.keySet() + "; " + USAGE);
        }
        return options;
    }
}
