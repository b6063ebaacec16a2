package org.examledger.endtoend.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every container has to keep, read from the file that starts them. */
final class ComposeRules {
    /** A name without a registry's host, and a version that does not move. */
    private static final Pattern PINNED = Pattern.compile("[a-z-]+(/[a-z-]+)?:v?\\d+\\.\\d+[\\w.-]*");

    private static final Pattern NOT_ROOT = Pattern.compile("[1-9]\\d*:[1-9]\\d*");
    private static final Pattern ON_THIS_MACHINE = Pattern.compile("127\\.0\\.0\\.1:\\d+:\\d+");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN)");

    private final Path folder;
    private final Map<String, Object> file;
    private final List<String> complaints = new ArrayList<>();

    private ComposeRules(Path folder, Map<String, Object> file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * @param folder where the file lies
     * @param file as its YAML was read, with what it repeats filled in
     */
    static List<String> complaints(Path folder, Map<String, Object> file) {
        var rules = new ComposeRules(folder, file);
        map(file.get("services")).forEach((name, service) -> rules.check(name, map(service)));
        rules.secretsComeFromFiles();
        return rules.complaints;
    }

    private void check(String name, Map<String, Object> service) {
        demand(
                name,
                "a pinned image",
                PINNED.matcher(text(service.get("image"))).matches());
        demand(
                name,
                "a user who is not root",
                NOT_ROOT.matcher(text(service.get("user"))).matches());
        demand(name, "a file system that is read only", Boolean.TRUE.equals(service.get("read_only")));
        demand(name, "no capability", List.of("ALL").equals(service.get("cap_drop")));
        demand(name, "no new privileges", list(service.get("security_opt")).contains("no-new-privileges:true"));
        demand(
                name,
                "a health check",
                !list(map(service.get("healthcheck")).get("test")).isEmpty());
        demand(name, "a restart", "unless-stopped".equals(service.get("restart")));
        demand(name, "named networks", !list(service.get("networks")).isEmpty());
        var limits = map(map(map(service.get("deploy")).get("resources")).get("limits"));
        demand(name, "limits", limits.keySet().containsAll(List.of("cpus", "memory", "pids")));
        map(service.get("environment"))
                .keySet()
                .forEach(variable -> demand(
                        name,
                        "its secrets in files, not in " + variable,
                        !SECRET.matcher(variable).matches()));
        list(service.get("ports"))
                .forEach(port -> demand(
                        name,
                        "ports on this machine only",
                        ON_THIS_MACHINE.matcher(text(port)).matches()));
        list(service.get("volumes")).forEach(volume -> mountedThingsAreThere(name, text(volume)));
    }

    private void mountedThingsAreThere(String name, String volume) {
        var source = volume.split(":", 2)[0];
        if (source.startsWith("./")) {
            demand(name, source, Files.exists(folder.resolve(source)));
        } else {
            demand(name, "the volume " + source, map(file.get("volumes")).containsKey(source));
        }
    }

    private void secretsComeFromFiles() {
        map(file.get("secrets"))
                .forEach((name, secret) -> demand(
                        name,
                        "a file of deploy/secrets",
                        text(map(secret).get("file")).startsWith("./deploy/secrets/")));
    }

    private void demand(String who, String what, boolean kept) {
        if (!kept) {
            complaints.add(who + " has not " + what);
        }
    }

    /** A part that is missing has nothing in it. */
    @SuppressWarnings("unchecked") // YAML's maps have names as keys
    static Map<String, Object> map(@Nullable Object part) {
        return part instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }

    static List<?> list(@Nullable Object part) {
        return part instanceof List<?> found ? found : List.of();
    }

    static String text(@Nullable Object part) {
        return String.valueOf(part);
    }
}
