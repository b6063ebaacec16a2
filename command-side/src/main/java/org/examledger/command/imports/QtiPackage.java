package org.examledger.command.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * Reads a QTI package: the items in the order of its tests, then of its manifest; what neither names comes last and is
 * told so. A zip without a manifest is read as its items alone.
 */
final class QtiPackage {
    private final Findings findings;
    private final Map<String, Found> items = new LinkedHashMap<>();
    private final Set<String> order = new LinkedHashSet<>();
    private final Set<String> listed = new LinkedHashSet<>();
    private final Map<String, String> damaged = new HashMap<>();
    private boolean hasManifest;

    /** An item that was read; only this is kept of its file, so that a package needs no more memory than a file. */
    private record Found(
            Place place,
            Notes notes,
            @Nullable Choice choice,
            @Nullable CannotBeAsked refused) {
        static Found of(String file, XmlElement item, Album album) {
            var notes = new Notes();
            var place = QtiItem.place(item, file);
            try {
                return new Found(place, notes, QtiItem.read(item, notes, album), null);
            } catch (CannotBeAsked refused) {
                return new Found(place, notes, null, refused);
            }
        }

        Choice orRefuse(Notes others) throws CannotBeAsked {
            notes.all().forEach(others::add);
            if (refused != null) {
                throw refused;
            }
            return Objects.requireNonNull(choice);
        }
    }

    private QtiPackage(Findings findings) {
        this.findings = findings;
    }

    static void readItem(String text, Findings findings) throws UnreadableFile {
        var item = tree(text);
        findings.item(QtiItem.place(item, null), notes -> QtiItem.read(item, notes, findings.album()));
    }

    static void readZip(byte[] zip, Findings findings) throws UnreadableFile {
        var contents = new QtiPackage(findings);
        var unzipped = Unzipped.of(zip, findings);
        for (var file : unzipped.xml().entrySet()) {
            contents.take(file.getKey(), file.getValue(), unzipped);
        }
        contents.report();
        if (unzipped.unused() > 0) {
            findings.note(unzipped.unused()
                    + " files that are not XML (pictures that no question shows, sounds, styles) are not kept");
        }
    }

    private void take(String name, byte[] bytes, Unzipped unzipped) throws UnreadableFile {
        XmlElement root;
        try {
            var source = SourceText.of(bytes, null);
            if (source.guessed()) {
                findings.note(name + " says no encoding; it was read as Windows-1252");
            }
            root = tree(source.text());
        } catch (UnreadableFile unreadable) {
            damaged.put(name, unreadable.why());
            return;
        }
        switch (root.name()) {
            case "assessmentItem" ->
                items.put(name, Found.of(name, root, findings.album().from(unzipped.from(name))));
            case "assessmentTest" -> refer(name, root, "assessmentItemRef", order);
            case "manifest" -> {
                hasManifest = true;
                refer(name, root, "resource", listed);
            }
            case "questestinterop" -> throw new UnreadableFile("has QTI 1 in it; only QTI 2.1, 2.2 and 3.0 are read");
            case "quiz" -> quiz(name, root);
            default -> findings.note(name + " holds no question (" + root.name() + ")");
        }
    }

    /** Moodle's questions; Canvas describes a test by an element of the same name, with no question in it. */
    private void quiz(String name, XmlElement root) throws UnreadableFile {
        if (root.children("question").findAny().isPresent()) {
            throw new UnreadableFile("has Moodle XML in it; send that file itself");
        }
        findings.note(name + " holds no question (quiz)");
    }

    private static void refer(String from, XmlElement root, String element, Set<String> into) {
        root.descendants()
                .filter(it -> it.name().equals(element))
                .map(it -> it.attribute("href", ""))
                .filter(it -> !it.isBlank())
                .map(it -> PackagePath.resolve(from, it))
                .filter(Objects::nonNull)
                .forEach(into::add);
    }

    private void report() throws UnreadableFile {
        if (items.isEmpty() && damaged.isEmpty()) {
            throw new UnreadableFile("is a zip without a QTI item");
        }
        var all = new LinkedHashSet<>(order);
        all.addAll(listed);
        var named = Set.copyOf(all);
        all.addAll(items.keySet());
        all.addAll(damaged.keySet());
        for (var name : all) {
            item(name, !hasManifest || named.contains(name));
        }
        if (!order.isEmpty()) {
            findings.note("tests give the order of the questions; their sections, times and rules are not kept");
        }
    }

    private void item(String name, boolean isNamed) throws UnreadableFile {
        var item = items.get(name);
        var why = damaged.get(name);
        if (item != null) {
            findings.item(item.place(), notes -> {
                if (!isNamed) {
                    notes.add("is in no manifest or test of the package");
                }
                return item.orRefuse(notes);
            });
        } else if (why != null) {
            findings.skip(new Place(null, name, null, null), WhySkipped.MALFORMED, why, new Notes());
        } else if (order.contains(name)) {
            findings.skip(
                    new Place(null, name, null, null),
                    WhySkipped.NOT_IN_PACKAGE,
                    "is named by a test and not in the package",
                    new Notes());
        }
    }

    private static XmlElement tree(String text) throws UnreadableFile {
        var xml = SafeXml.reader(text);
        var event = SafeXml.next(xml);
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new UnreadableFile("is empty");
            }
            event = SafeXml.next(xml);
        }
        var root = XmlElement.read(xml);
        SafeXml.next(xml);
        return root;
    }
}
