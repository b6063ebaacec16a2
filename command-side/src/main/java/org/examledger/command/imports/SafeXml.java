package org.examledger.command.imports;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers: a document type, and with it every entity, is refused before anything is resolved, nothing
 * outside of the file is ever opened, and depth is bounded.
 */
final class SafeXml {
    static final int DEEPEST = 90;

    private SafeXml() {}

    static XMLStreamReader reader(String xml) throws UnreadableFile {
        var factory = XMLInputFactory.newDefaultFactory();
        // Prefixes mean nothing here, and tools use some that they never declare.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside of the file is read");
        });
        // The JDK counts each &lt; towards these, so that long escaped HTML would be refused; entities there are none.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        try {
            // Space before the declaration is common in files that were pasted together.
            return factory.createXMLStreamReader(new StringReader(xml.stripLeading()));
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
        }
    }

    /** The next event of interest; comments and instructions are none. */
    static int next(XMLStreamReader xml) throws UnreadableFile {
        try {
            while (xml.hasNext()) {
                var event = xml.next();
                switch (event) {
                    case XMLStreamConstants.DTD ->
                        throw new UnreadableFile("has a document type (DOCTYPE), which is not accepted");
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableFile("uses an entity, which is not accepted");
                    case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                    default -> {
                        return event;
                    }
                }
            }
            return XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException malformed) {
            throw unreadable(malformed);
        }
    }

    /** Local name of the outermost element, in the spelling of QTI 2. */
    static String rootOf(String text) throws UnreadableFile {
        var xml = reader(text);
        while (true) {
            var event = next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                return XmlElement.plainName(xml.getLocalName());
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new UnreadableFile("is empty");
            }
        }
    }

    private static UnreadableFile unreadable(XMLStreamException malformed) {
        var at = malformed.getLocation();
        var where = at == null || at.getLineNumber() < 0 ? "" : " at line " + at.getLineNumber();
        return new UnreadableFile("is not well-formed XML" + where);
    }
}
