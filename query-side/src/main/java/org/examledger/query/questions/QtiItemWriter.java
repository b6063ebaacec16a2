package org.examledger.query.questions;

import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.Picture;
import org.examledger.query.picture.PackedPicture;
import org.jspecify.annotations.Nullable;

/**
 * Writes one question as an assessment item of QTI 3.0: one choice interaction, all points for the right options and
 * none for any others.
 */
final class QtiItemWriter {
    private static final String NAMESPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
    private static final String SCHEMA =
            NAMESPACE + " https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd";
    private static final String MAP_RESPONSE = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml";

    /** White space that a reader of HTML would not see as it was typed. */
    private static final Pattern FORMATTED =
            Pattern.compile("[\\t\\r\\f\\u000B]|  | \\n|\\n |^[ \\n\\u00a0]|[ \\n\\u00a0]$");

    private static final int LONGEST_TITLE = 80;

    private final XMLStreamWriter xml;

    private QtiItemWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String write(DraftQuestion question) {
        var written = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
            new QtiItemWriter(xml).item(question);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return written.toString();
    }

    /** Several right options of a single choice are more than a correct response can say; a mapping says them. */
    private static boolean isMapped(DraftQuestion question) {
        return !isMultiple(question) && question.correct().size() > 1;
    }

    private static boolean isMultiple(DraftQuestion question) {
        return question.multiple() != null
                ? question.multiple()
                : question.correct().size() > 1;
    }

    static String identifier(DraftQuestion question) {
        return "question-" + question.id();
    }

    private void item(DraftQuestion question) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("qti-assessment-item");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.writeAttribute("xsi:schemaLocation", SCHEMA);
        xml.writeAttribute("identifier", identifier(question));
        xml.writeAttribute("title", title(question));
        xml.writeAttribute("adaptive", "false");
        xml.writeAttribute("time-dependent", "false");
        response(question);
        outcomes(question);
        body(question);
        processing(question);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static String title(DraftQuestion question) {
        var text =
                legal(Objects.requireNonNullElse(question.text(), "")).strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return "Question " + question.id();
        }
        var end = text.offsetByCodePoints(0, Math.min(LONGEST_TITLE, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }

    private void response(DraftQuestion question) throws XMLStreamException {
        xml.writeStartElement("qti-response-declaration");
        xml.writeAttribute("identifier", "RESPONSE");
        xml.writeAttribute("cardinality", isMultiple(question) ? "multiple" : "single");
        xml.writeAttribute("base-type", "identifier");
        if (!question.correct().isEmpty()) {
            xml.writeStartElement("qti-correct-response");
            var said = isMapped(question) ? question.correct().subList(0, 1) : question.correct();
            for (var id : said) {
                value("option-" + id);
            }
            xml.writeEndElement();
        }
        if (isMapped(question)) {
            xml.writeStartElement("qti-mapping");
            xml.writeAttribute("default-value", "0");
            for (var id : question.correct()) {
                xml.writeEmptyElement("qti-map-entry");
                xml.writeAttribute("map-key", "option-" + id);
                // Never 0, because then nothing would tell the right ones.
                xml.writeAttribute("mapped-value", Integer.toString(Math.max(1, points(question))));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static int points(DraftQuestion question) {
        return Objects.requireNonNullElse(question.points(), 1);
    }

    private void outcomes(DraftQuestion question) throws XMLStreamException {
        outcome("SCORE", 0);
        outcome("MAXSCORE", points(question));
    }

    private void outcome(String identifier, int value) throws XMLStreamException {
        xml.writeStartElement("qti-outcome-declaration");
        xml.writeAttribute("identifier", identifier);
        xml.writeAttribute("cardinality", "single");
        xml.writeAttribute("base-type", "float");
        xml.writeStartElement("qti-default-value");
        value(Integer.toString(value));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void body(DraftQuestion question) throws XMLStreamException {
        xml.writeStartElement("qti-item-body");
        text(question.text());
        pictures(question.pictures());
        xml.writeStartElement("qti-choice-interaction");
        xml.writeAttribute("response-identifier", "RESPONSE");
        xml.writeAttribute("shuffle", "false");
        xml.writeAttribute("max-choices", isMultiple(question) ? "0" : "1");
        for (var option : question.options()) {
            xml.writeStartElement("qti-simple-choice");
            xml.writeAttribute("identifier", "option-" + option.id());
            text(option.text());
            pictures(option.pictures());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void text(@Nullable String written) throws XMLStreamException {
        var text = legal(Objects.requireNonNullElse(written, ""));
        if (FORMATTED.matcher(text).find()) {
            xml.writeStartElement("pre");
            xml.writeCharacters(text);
            xml.writeEndElement();
            return;
        }
        xml.writeStartElement("p");
        var lines = List.of(text.split("\n", -1));
        for (var index = 0; index < lines.size(); index++) {
            if (index > 0) {
                xml.writeEmptyElement("br");
            }
            xml.writeCharacters(lines.get(index));
        }
        xml.writeEndElement();
    }

    private void pictures(@Nullable List<Picture> pictures) throws XMLStreamException {
        for (var picture : Picture.all(pictures)) {
            xml.writeStartElement("p");
            xml.writeEmptyElement("img");
            xml.writeAttribute("src", "../pictures/" + PackedPicture.fileName(picture.sha256(), picture.mediaType()));
            xml.writeAttribute("alt", legal(Objects.requireNonNullElse(picture.description(), "")));
            xml.writeEndElement();
        }
    }

    private void processing(DraftQuestion question) throws XMLStreamException {
        xml.writeStartElement("qti-response-processing");
        if (isMapped(question)) {
            xml.writeAttribute("template", MAP_RESPONSE);
            xml.writeEndElement();
            return;
        }
        xml.writeStartElement("qti-response-condition");
        xml.writeStartElement("qti-response-if");
        xml.writeStartElement("qti-match");
        xml.writeEmptyElement("qti-variable");
        xml.writeAttribute("identifier", "RESPONSE");
        xml.writeEmptyElement("qti-correct");
        xml.writeAttribute("identifier", "RESPONSE");
        xml.writeEndElement();
        score(points(question));
        xml.writeEndElement();
        xml.writeStartElement("qti-response-else");
        score(0);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void score(int points) throws XMLStreamException {
        xml.writeStartElement("qti-set-outcome-value");
        xml.writeAttribute("identifier", "SCORE");
        xml.writeStartElement("qti-base-value");
        xml.writeAttribute("base-type", "float");
        xml.writeCharacters(Integer.toString(points));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void value(String value) throws XMLStreamException {
        xml.writeStartElement("qti-value");
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    /** XML has no way to write most control characters. */
    static String legal(String text) {
        return text.codePoints()
                .map(it -> isLegal(it) ? it : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int it) {
        return it == '\t'
                || it == '\n'
                || (it >= 0x20 && it <= 0xD7FF)
                || (it >= 0xE000 && it <= 0xFFFD)
                || it >= 0x10000;
    }
}
