package org.examledger.events.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.examledger.events.Fact;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** The approved JSON of each event and revision, and the way in which the log reads and writes JSON. */
final class ContractFiles {
    private static final Path FOLDER = Path.of("src", "test", "resources", "contracts");
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** As strict as the log: an unknown field is an error, an absent value is not written, times have milliseconds. */
    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(new SimpleModule("log").addSerializer(Instant.class, new InMilliseconds()))
            .build();

    private ContractFiles() {}

    static String nameOf(FactCatalog.Entry entry) {
        return entry.name() + "." + entry.revision() + ".json";
    }

    static Set<String> names() {
        try (var files = Files.list(FOLDER)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ObjectNode approved(FactCatalog.Entry entry) {
        return (ObjectNode) JSON.readTree(FOLDER.resolve(nameOf(entry)));
    }

    static Fact read(JsonNode json, Class<? extends Fact> type) {
        return JSON.treeToValue(json, type);
    }

    /** Writes to text and reads it again, because a tree made of objects may hold an int where text holds a long. */
    static JsonNode written(Fact fact) {
        return JSON.readTree(JSON.writeValueAsString(fact));
    }

    /** Files that no entry of the catalog stands behind. */
    static List<String> orphans(Collection<String> files, Collection<FactCatalog.Entry> entries) {
        var wanted = entries.stream().map(ContractFiles::nameOf).toList();
        return files.stream().filter(file -> !wanted.contains(file)).toList();
    }

    /** Entries of the catalog that no file stands for. */
    static List<String> missing(Collection<String> files, Collection<FactCatalog.Entry> entries) {
        return entries.stream()
                .map(ContractFiles::nameOf)
                .filter(name -> !files.contains(name))
                .toList();
    }

    private static final class InMilliseconds extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(MILLISECONDS.format(value));
        }
    }
}
