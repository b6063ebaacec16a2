package org.examledger.events.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.examledger.events.FactMetadata;

/** Compares the glossary with the classes: every fact has a section, and every field is explained in it. */
final class Glossary {
    private static final Path FILE = Path.of("..", "docs", "events.md");
    private static final List<String> ROW = List.of(
            "position",
            "stream",
            "sequence",
            "time",
            "name",
            "revision",
            "hash",
            FactMetadata.ACTOR,
            FactMetadata.ROLE,
            FactMetadata.CORRELATION);

    private Glossary() {}

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the glossary leaves out, one line each; empty when it is complete. */
    static List<String> missingFrom(String text, Collection<FactCatalog.Entry> entries) {
        var sections = sections(text);
        var missing = new ArrayList<String>();
        ROW.stream()
                .filter(column -> !explains(sections.getOrDefault("The row", ""), column))
                .forEach(column -> missing.add("The row: " + column));
        for (var entry : entries) {
            check(entry.name(), entry.type(), sections, missing);
            if (!sections.getOrDefault(entry.name(), "").contains("revision " + entry.revision())) {
                missing.add(entry.name() + ": revision " + entry.revision());
            }
        }
        valuesWithin(entries).forEach(value -> check(value.getSimpleName(), value, sections, missing));
        return missing;
    }

    /** Sections that stand for no fact, no value and nothing else that is known. */
    static List<String> surplusIn(String text, Collection<FactCatalog.Entry> entries) {
        var known = new LinkedHashSet<String>();
        entries.forEach(entry -> known.add(entry.name()));
        valuesWithin(entries).forEach(value -> known.add(value.getSimpleName()));
        known.add("The row");
        return sections(text).keySet().stream()
                .filter(title -> !known.contains(title))
                .toList();
    }

    private static void check(String title, Class<?> type, Map<String, String> sections, List<String> missing) {
        if (!sections.containsKey(title)) {
            missing.add(title);
            return;
        }
        for (var word : wordsOf(type)) {
            if (!explains(sections.getOrDefault(title, ""), word)) {
                missing.add(title + ": " + word);
            }
        }
    }

    /** A record's fields, or an enumeration's constants. */
    private static List<String> wordsOf(Class<?> type) {
        var words = new ArrayList<String>();
        if (type.isEnum()) {
            for (var constant : type.getEnumConstants()) {
                words.add(constant.toString());
            }
        } else {
            for (var component : type.getRecordComponents()) {
                words.add(component.getName());
            }
        }
        return words;
    }

    private static boolean explains(String section, String word) {
        return section.contains("| `" + word + "` |");
    }

    /** Sections by title: a third-level heading in code style, up to the next heading. */
    private static Map<String, String> sections(String text) {
        var sections = new LinkedHashMap<String, String>();
        for (var part : text.split("(?m)^(?=#{1,3} )", -1)) {
            if (part.startsWith("### ")) {
                var title = part.lines()
                        .findFirst()
                        .orElseThrow()
                        .substring(4)
                        .replace("`", "")
                        .strip();
                sections.put(title, part);
            }
        }
        return sections;
    }

    /** Records and enumerations of ours that stand within facts, at any depth. */
    private static Set<Class<?>> valuesWithin(Collection<FactCatalog.Entry> entries) {
        var values = new LinkedHashSet<Class<?>>();
        entries.forEach(entry -> collect(entry.type(), values));
        return values;
    }

    private static void collect(Class<?> type, Set<Class<?>> values) {
        if (type.isRecord()) {
            for (var component : type.getRecordComponents()) {
                collect(component.getGenericType(), values);
            }
        }
    }

    private static void collect(Type type, Set<Class<?>> values) {
        switch (type) {
            case ParameterizedType it -> {
                for (var argument : it.getActualTypeArguments()) {
                    collect(argument, values);
                }
            }
            case GenericArrayType it -> collect(it.getGenericComponentType(), values);
            case Class<?> it
            when it.getName().startsWith("org.examledger.") -> {
                if (values.add(it)) {
                    collect(it, values);
                }
            }
            default -> {}
        }
    }
}
