package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a QTI item holds for right, and what it is worth.
 *
 * @param right numbers of the right options, 1 for the first
 */
record QtiKey(List<Integer> right, boolean isMultiple, int points) {
    /** What the usual rules are made of: right or wrong, the points of a mapping, and nothing else. */
    private static final Set<String> USUAL = Set.of(
            "responseProcessing",
            "responseCondition",
            "responseIf",
            "responseElse",
            "responseElseIf",
            "match",
            "variable",
            "correct",
            "setOutcomeValue",
            "baseValue",
            "mapResponse",
            "isNull",
            "sum",
            "and",
            "not");

    private static final double SAME = 1e-9;

    static QtiKey read(XmlElement item, XmlElement declaration, List<String> choices, Notes notes)
            throws CannotBeAsked {
        var cardinality = declaration.attribute("cardinality", "single");
        if (!cardinality.equals("single") && !cardinality.equals("multiple")) {
            throw new CannotBeAsked(WhySkipped.OTHER_KIND, "asks for an order");
        }
        var multiple = cardinality.equals("multiple");
        var mapped = mapping(declaration);
        var said = correctResponse(declaration);
        var byMapping = !mapped.isEmpty() && (said.isEmpty() || isScoredByMapping(item));
        var right = byMapping ? rightByMapping(mapped, multiple, notes) : said;
        noteUnusualRules(item, notes);
        return new QtiKey(
                numbers(right, choices), multiple, points(item, byMapping ? mapped : Map.of(), multiple, notes));
    }

    private static List<Integer> numbers(List<String> right, List<String> choices) throws CannotBeAsked {
        if (right.isEmpty()) {
            throw new CannotBeAsked(WhySkipped.NO_KEY, "does not say what is right");
        }
        var numbers = new ArrayList<Integer>();
        for (var id : right) {
            if (!choices.contains(id)) {
                throw new CannotBeAsked(WhySkipped.WRONG_KEY, "holds for right what is no option");
            }
            numbers.add(choices.indexOf(id) + 1);
        }
        return numbers;
    }

    private static List<String> correctResponse(XmlElement declaration) {
        var response = declaration.child("correctResponse");
        return response == null
                ? List.of()
                : response.children("value").map(it -> it.text().strip()).toList();
    }

    private static Map<String, Double> mapping(XmlElement declaration) throws CannotBeAsked {
        var mapping = declaration.child("mapping");
        var mapped = new LinkedHashMap<String, Double>();
        if (mapping != null) {
            for (var entry : mapping.children("mapEntry").toList()) {
                mapped.put(entry.attribute("mapKey", ""), number(entry.attribute("mappedValue", "0")));
            }
        }
        return mapped;
    }

    private static boolean isScoredByMapping(XmlElement item) {
        var rules = item.child("responseProcessing");
        return rules != null
                && (rules.attribute("template", "").replace(".xml", "").endsWith("map_response")
                        || rules.descendants().anyMatch(it -> it.name().equals("mapResponse")));
    }

    /** Of several choices each that brings points; of one choice each that brings the most. */
    private static List<String> rightByMapping(Map<String, Double> mapped, boolean multiple, Notes notes) {
        var most = mapped.values().stream().mapToDouble(it -> it).max().orElse(0);
        var right = mapped.entrySet().stream()
                .filter(it -> it.getValue() > 0 && (multiple || it.getValue() > most - SAME))
                .map(Map.Entry::getKey)
                .toList();
        var others = mapped.values().stream().anyMatch(it -> multiple ? it != 0 : it != 0 && it < most - SAME);
        if (others) {
            notes.add(
                    multiple
                            ? "points for a part of the right options are not kept: only all of them together are right"
                            : "part of the points for other options is not kept; they are wrong");
        }
        return right;
    }

    private static int points(XmlElement item, Map<String, Double> mapped, boolean multiple, Notes notes)
            throws CannotBeAsked {
        var most = outcome(item, "MAXSCORE");
        if (most != null) {
            return Points.of(most, notes);
        }
        if (!mapped.isEmpty()) {
            var positive = mapped.values().stream().mapToDouble(it -> Math.max(0, it));
            return Points.of(multiple ? positive.sum() : positive.max().orElse(0), notes);
        }
        var normal = item.children("outcomeDeclaration")
                .filter(it -> "SCORE".equals(it.attribute("identifier")))
                .flatMap(it -> Stream.ofNullable(it.attribute("normalMaximum")))
                .findFirst();
        if (normal.isPresent()) {
            return Points.of(normal.get(), notes);
        }
        return Points.UNSAID;
    }

    private static @Nullable String outcome(XmlElement item, String identifier) {
        return item.children("outcomeDeclaration")
                .filter(it -> identifier.equals(it.attribute("identifier")))
                .flatMap(it -> it.children("defaultValue"))
                .map(it -> it.textOf("value"))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static void noteUnusualRules(XmlElement item, Notes notes) {
        var rules = item.child("responseProcessing");
        if (rules != null && rules.descendants().anyMatch(it -> !USUAL.contains(it.name()))) {
            notes.add("its own scoring rules are not kept: the right options bring all points, any others none");
        }
    }

    private static double number(String written) throws CannotBeAsked {
        try {
            return written.length() > 30 ? Double.NaN : Double.parseDouble(written.strip());
        } catch (NumberFormatException unreadable) {
            throw new CannotBeAsked(WhySkipped.NOT_A_NUMBER, "has points that are no number");
        }
    }
}
