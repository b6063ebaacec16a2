package org.examledger.query.questions;

import java.util.List;
import java.util.stream.Stream;
import org.examledger.events.exam.Picture;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.picture.PackedPicture;
import org.examledger.query.picture.PicturePacker;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Replies that a browser saves as files. */
@Component
public class QuestionFiles {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Replies replies;
    private final PicturePacker packer;
    private final JsonMapper json;

    QuestionFiles(Replies replies, PicturePacker packer, JsonMapper json) {
        this.replies = replies;
        this.packer = packer;
        this.json = json;
    }

    public ResponseEntity<byte[]> qti(Reading<WrittenQuestions> questions) {
        var zip = QtiPackageWriter.write(
                questions.value(), packer.packed(questions.value().pictures()));
        return file(new Reading<>(zip, questions.position()), ZIP, "questions.qti.zip");
    }

    /** The pictures of questions, which stand beside them so that the file is whole; absent when there are none. */
    public @Nullable List<PackedPicture> attachments(Stream<Picture> pictures) {
        var packed = packer.packed(pictures);
        return packed.isEmpty() ? null : packed;
    }

    /** In the shape in which a draft is saved, so that it can be imported again. */
    public <T> ResponseEntity<byte[]> json(Reading<T> questions) {
        var bytes = json.writeValueAsBytes(questions.value());
        return file(new Reading<>(bytes, questions.position()), MediaType.APPLICATION_JSON, "questions.json");
    }

    private ResponseEntity<byte[]> file(Reading<byte[]> content, MediaType type, String name) {
        var tagged = replies.tagged(content, content.value());
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .headers(tagged.getHeaders())
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content.value());
    }
}
