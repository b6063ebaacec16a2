package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element with all that is in it. Prefixes are left away, and QTI 3's names ({@code qti-choice-interaction},
 * {@code max-choices}) are turned into those of QTI 2 ({@code choiceInteraction}, {@code maxChoices}).
 *
 * @param content elements and texts in order
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlNode> content, int line) implements XmlNode {
    /** More than any question has; each costs memory. */
    private static final int MOST = 100_000;

    /** Reads the element at which the reader stands, up to its end. */
    static XmlElement read(XMLStreamReader xml) throws UnreadableFile {
        return read(xml, 1, new AtomicInteger());
    }

    private static XmlElement read(XMLStreamReader xml, int depth, AtomicInteger count) throws UnreadableFile {
        if (depth > SafeXml.DEEPEST) {
            throw new UnreadableFile("is nested deeper than " + SafeXml.DEEPEST + " elements");
        }
        if (count.incrementAndGet() > MOST) {
            throw new UnreadableFile("has a question of more than " + MOST + " elements");
        }
        var attributes = new LinkedHashMap<String, String>();
        for (var index = 0; index < xml.getAttributeCount(); index++) {
            if (!"xmlns".equals(xml.getAttributePrefix(index))) {
                attributes.putIfAbsent(plainName(xml.getAttributeLocalName(index)), xml.getAttributeValue(index));
            }
        }
        var name = plainName(xml.getLocalName());
        var line = xml.getLocation().getLineNumber();
        var content = new ArrayList<XmlNode>();
        var text = new StringBuilder();
        for (var event = SafeXml.next(xml); event != XMLStreamConstants.END_ELEMENT; event = SafeXml.next(xml)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                flush(text, content);
                content.add(read(xml, depth + 1, count));
            } else if (xml.hasText()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        flush(text, content);
        return new XmlElement(name, attributes, content, line);
    }

    private static void flush(StringBuilder text, List<XmlNode> content) {
        if (!text.isEmpty()) {
            content.add(new XmlNode.Text(text.toString()));
            text.setLength(0);
        }
    }

    static String plainName(String written) {
        var name = written.substring(written.indexOf(':') + 1);
        var plain = name.startsWith("qti-") ? name.substring(4) : name;
        if (plain.indexOf('-') < 0 || plain.startsWith("data-") || plain.startsWith("aria-")) {
            return plain;
        }
        var camel = new StringBuilder();
        for (var part : plain.split("-", -1)) {
            camel.append(
                    camel.isEmpty() || part.isEmpty()
                            ? part
                            : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }

    @Nullable
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    String attribute(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    Stream<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    Stream<XmlElement> children(String wanted) {
        return children().filter(it -> it.name.equals(wanted));
    }

    @Nullable
    XmlElement child(String wanted) {
        return children(wanted).findFirst().orElse(null);
    }

    /** Everything below, in document order. */
    Stream<XmlElement> descendants() {
        return children().flatMap(it -> Stream.concat(Stream.of(it), it.descendants()));
    }

    /** Text of a child that holds nothing else; empty when there is no such child. */
    String textOf(String wanted) {
        var child = child(wanted);
        return child == null ? "" : child.text().strip();
    }

    /** All text in it. */
    String text() {
        var all = new StringBuilder();
        collect(all);
        return all.toString();
    }

    private void collect(StringBuilder all) {
        for (var node : content) {
            switch (node) {
                case XmlNode.Text it -> all.append(it.text());
                case XmlElement it -> it.collect(all);
            }
        }
    }
}
