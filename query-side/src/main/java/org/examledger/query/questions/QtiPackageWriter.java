package org.examledger.query.questions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.Picture;
import org.examledger.query.picture.PackedPicture;

/** Writes questions as a QTI 3.0 package: a manifest, and an item a question, in the author's order. */
public final class QtiPackageWriter {
    private static final String NAMESPACE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";

    /** The same questions make the same bytes, whenever they are asked for. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

    private QtiPackageWriter() {}

    /** @param pictures that the questions show; one that is missing here is missing in the package */
    public static byte[] write(WrittenQuestions questions, List<PackedPicture> pictures) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(zip, "imsmanifest.xml", manifest(questions, pictures));
            for (var question : questions.questions()) {
                entry(zip, path(question), QtiItemWriter.write(question));
            }
            for (var picture : pictures) {
                entry(zip, path(picture), picture.base64());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String path(DraftQuestion question) {
        return "items/" + QtiItemWriter.identifier(question) + ".xml";
    }

    private static String path(PackedPicture picture) {
        return "pictures/" + picture.fileName();
    }

    private static String identifier(String sha256) {
        return "picture-" + sha256;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        entry(zip, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static String manifest(WrittenQuestions questions, List<PackedPicture> pictures) {
        var packed = pictures.stream().map(PackedPicture::sha256).collect(Collectors.toSet());
        var written = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("manifest");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("identifier", "questions");
            for (var remark : questions.remarks()) {
                xml.writeComment(" " + QtiItemWriter.legal(remark).replace("-", "‐") + " ");
            }
            xml.writeStartElement("metadata");
            text(xml, "schema", "QTI Package");
            text(xml, "schemaversion", "3.0.0");
            xml.writeEndElement();
            xml.writeEmptyElement("organizations");
            xml.writeStartElement("resources");
            for (var question : questions.questions()) {
                xml.writeStartElement("resource");
                xml.writeAttribute("identifier", QtiItemWriter.identifier(question));
                xml.writeAttribute("type", "imsqti_item_xmlv3p0");
                xml.writeAttribute("href", path(question));
                xml.writeEmptyElement("file");
                xml.writeAttribute("href", path(question));
                var shown = question.allPictures().map(Picture::sha256).distinct();
                for (var sha256 : shown.filter(packed::contains).toList()) {
                    xml.writeEmptyElement("dependency");
                    xml.writeAttribute("identifierref", identifier(sha256));
                }
                xml.writeEndElement();
            }
            for (var picture : pictures) {
                xml.writeStartElement("resource");
                xml.writeAttribute("identifier", identifier(picture.sha256()));
                xml.writeAttribute("type", "webcontent");
                xml.writeAttribute("href", path(picture));
                xml.writeEmptyElement("file");
                xml.writeAttribute("href", path(picture));
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return written.toString();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
