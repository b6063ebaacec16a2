package org.examledger.endtoend.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The CycloneDX document inside the service's jar, beside the libraries that the jar really has. */
record BillOfMaterials(List<Component> components, List<String> libraries) {
    private static final String DOCUMENT = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String OURS = "org.examledger";

    /** @param licences SPDX ids, or names where a licence has none; whoever uses it may choose */
    record Component(String group, String name, String version, List<String> licences) {
        String file() {
            return name + "-" + version + ".jar";
        }
    }

    static BillOfMaterials in(Path jar) {
        try (var opened = new JarFile(jar.toFile())) {
            var document = opened.stream()
                    .filter(it -> it.getName().endsWith(DOCUMENT))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + DOCUMENT + " in " + jar));
            var components = JsonMapper.shared()
                    .readTree(opened.getInputStream(document))
                    .path("components");
            var libraries = opened.stream()
                    .map(it -> it.getName())
                    .filter(it -> it.startsWith(LIBRARIES) && it.endsWith(".jar"))
                    .map(it -> it.substring(LIBRARIES.length()))
                    .toList();
            return new BillOfMaterials(
                    StreamSupport.stream(components.spliterator(), false)
                            .map(BillOfMaterials::component)
                            .toList(),
                    libraries);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Component component(JsonNode listed) {
        var licences = StreamSupport.stream(listed.path("licenses").spliterator(), false)
                .map(it -> it.path("license"))
                .map(it -> it.path("id").asString(it.path("name").asString("")))
                .toList();
        return new Component(
                listed.path("group").asString(),
                listed.path("name").asString(),
                listed.path("version").asString(),
                licences);
    }

    /** Somebody else's work, in the order of the alphabet. */
    List<Component> ofOthers() {
        return components.stream()
                .filter(it -> !it.group().startsWith(OURS))
                .sorted((one, other) -> (one.group() + one.name()).compareTo(other.group() + other.name()))
                .toList();
    }

    /** The page of licences: no versions, so that it changes only when a work or its licence does. */
    String page() {
        var byLicence = ofOthers().stream()
                .collect(Collectors.groupingBy(
                        it -> String.join(" or ", it.licences()), TreeMap::new, Collectors.toList()));
        var page = new StringBuilder("""
                # Whose work is inside, and on which terms

                Written from the list of components (CycloneDX) that stands in the service's jar as
                `META-INF/sbom/application.cdx.json`; a test compares this page with it, and the list with the libraries that the jar
                has. Versions stand in the list.
                """);
        byLicence.forEach((licence, works) -> {
            page.append("\n## ").append(licence).append("\n\n");
            works.forEach(it -> page.append("* `")
                    .append(it.group())
                    .append(':')
                    .append(it.name())
                    .append("`\n"));
        });
        return page.toString();
    }
}
