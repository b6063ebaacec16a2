package org.examledger.command.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.examledger.command.picture.PictureLimits;
import org.examledger.command.picture.PictureShelf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of questions in whatever of the known formats it has. */
public final class QuestionReader {
    private final JsonMapper json;
    private final PictureLimits limits;
    private final PictureShelf shelf;

    /** @param shelf pictures that questions may name without bringing them */
    public QuestionReader(JsonMapper json, PictureLimits limits, PictureShelf shelf) {
        this.json = json;
        this.limits = limits;
        this.shelf = shelf;
    }

    /**
     * Reads a file; nothing is stored.
     *
     * @param declared encoding that the request names
     * @param asked format that the request names; without it the content decides
     * @throws UnreadableFile when nothing of it can be used
     */
    QuestionImport read(byte[] file, @Nullable Charset declared, @Nullable FileFormat asked) throws UnreadableFile {
        var findings = new Findings(new BroughtPictures(limits, shelf));
        if (Unzipped.isZip(file)) {
            if (asked != null && asked != FileFormat.QTI) {
                throw new UnreadableFile("is a zip, which " + asked.word() + " never is");
            }
            QtiPackage.readZip(file, findings);
            return findings.report(FileFormat.QTI, StandardCharsets.UTF_8.name());
        }
        var source = SourceText.of(file, declared);
        if (source.text().isBlank()) {
            throw new UnreadableFile("is empty");
        }
        if (source.guessed()) {
            findings.note("it is not UTF-8; it was read as Windows-1252, so look at special characters");
        }
        var format = asked != null ? asked : FileFormat.of(source);
        read(source.text(), format, findings);
        if (findings.isEmpty()) {
            throw new UnreadableFile("has no question in it");
        }
        return findings.report(format, source.encoding().name());
    }

    private void read(String text, FileFormat format, Findings findings) throws UnreadableFile {
        switch (format) {
            case JSON -> JsonQuestions.read(text, json, findings);
            case MOODLE_XML -> MoodleQuestions.read(text, findings);
            case GIFT -> GiftQuestions.read(text, findings);
            case AIKEN -> AikenQuestions.read(text, findings);
            case QTI -> QtiPackage.readItem(text, findings);
        }
    }
}
