package org.examledger.command.imports;

import java.util.function.Predicate;

/** Turns the XHTML of an XML file into plain text. */
final class TreeText {
    private final PlainText plain;
    private final Predicate<XmlElement> left;

    /** @param left out what is not part of the text */
    TreeText(Notes notes, Album album, Predicate<XmlElement> left) {
        this.plain = new PlainText(notes, album);
        this.left = left;
    }

    /** The text of all that is in an element. */
    RichText of(XmlElement element) throws CannotBeAsked {
        for (var node : element.content()) {
            walk(node);
        }
        return plain.done();
    }

    private void walk(XmlNode node) throws CannotBeAsked {
        switch (node) {
            case XmlNode.Text it -> plain.text(it.text());
            case XmlElement it -> {
                if (!left.test(it)) {
                    plain.start(it.name(), it.attributes());
                    for (var inner : it.content()) {
                        walk(inner);
                    }
                    plain.end();
                }
            }
        }
    }
}
