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
    private record Found(Place place, Notes notes, @Nullable Choice choice, String why) {
        static Found of(String file, XmlElement item) {
            var notes = new Notes();
            var place = QtiItem.place(item, file);
            try {
                return new Found(place, notes, QtiItem.read(item, notes), "");
            } catch (CannotBeAsked refused) {
                return new Found(place, notes, null, refused.why());
            }
        }

        Choice orRefuse(Notes others) throws CannotBeAsked {
            notes.all().forEach(others::add);
            if (choice == null) {
                throw new CannotBeAsked(why);
            }
            return choice;
        }
    }

    private QtiPackage(Findings findings) {
        this.findings = findings;
    }

    static void readItem(String text, Findings findings) throws UnreadableFile {
        var item = tree(text);
        findings.item(QtiItem.place(item, null), notes -> QtiItem.read(item, notes));
    }

    static void readZip(byte[] zip, Findings findings) throws UnreadableFile {
        var contents = new QtiPackage(findings);
        for (var file : Unzipped.xmlOf(zip, findings).entrySet()) {
            contents.take(Objects.requireNonNull(PackagePath.of(file.getKey())), file.getValue());
        }
        contents.report();
    }

    private void take(String name, byte[] bytes) throws UnreadableFile {
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
            case "assessmentItem" -> items.put(name, Found.of(name, root));
            case "assessmentTest" -> refer(name, root, "assessmentItemRef", order);
            case "manifest" -> {
                hasManifest = true;
                refer(name, root, "resource", listed);
            }
            case "quiz" -> throw new UnreadableFile("has Moodle XML in it; send that file itself");
            default -> findings.note(name + " holds no question (" + root.name() + ")");
        }
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
            findings.skip(new Place(null, name, null, null), why, new Notes());
        } else if (order.contains(name)) {
            findings.skip(new Place(null, name, null, null), "is named by a test and not in the package", new Notes());
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
