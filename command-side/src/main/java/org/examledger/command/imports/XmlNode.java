package org.examledger.command.imports;

/** What stands in an element. */
sealed interface XmlNode permits XmlElement, XmlNode.Text {
    /** Text, also of a CDATA section. */
    record Text(String text) implements XmlNode {}
}
