package org.examledger.endtoend.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service is started.
 *
 * @param options of the virtual machine
 * @param variables of its environment
 * @param plants a folder of classes that belong to a test and run inside the service; absent = the service alone
 * @param settings as {@code --name=value}
 */
public record Launch(
        List<String> options,
        Map<String, String> variables,
        @Nullable Path plants,
        List<String> settings) {
    /** Compiling for the long run takes a third of the processor's time of a start, and no test runs for long. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private static final String LAUNCHER_WITH_PLANTS = "org.springframework.boot.loader.launch.PropertiesLauncher";

    public Launch {
        options = List.copyOf(options);
        variables = Map.copyOf(variables);
        settings = List.copyOf(settings);
    }

    public static Launch with(String... settings) {
        return new Launch(List.of("-Xmx1g"), Map.of(), null, List.of(settings));
    }

    public Launch and(String... more) {
        var all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return new Launch(options, variables, plants, all);
    }

    /** With other options instead of a heap of a gigabyte. */
    public Launch under(String... otherOptions) {
        return new Launch(List.of(otherOptions), variables, plants, settings);
    }

    public Launch where(String variable, String value) {
        var more = new HashMap<>(variables);
        more.put(variable, value);
        return new Launch(options, more, plants, settings);
    }

    public Launch plantedWith(Path classes) {
        return new Launch(options, variables, classes, settings);
    }

    /** The command up to the settings. */
    List<String> command(Path jar) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(SHORT_LIVED);
        if (plants == null) {
            command.addAll(List.of("-jar", jar.toString()));
        } else {
            command.addAll(List.of("-Dloader.path=" + plants, "-cp", jar.toString(), LAUNCHER_WITH_PLANTS));
        }
        return command;
    }
}
