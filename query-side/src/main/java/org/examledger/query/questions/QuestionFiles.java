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
        var written = questions.value();
        var zip = packer.pack(written.pictures(), packed -> QtiPackageWriter.write(written, packed));
        return file(new Reading<>(zip, questions.position()), ZIP, "questions.qti.zip");
    }

    /** Questions in the shape in which a draft is saved, so that they can be imported again. */
    @FunctionalInterface
    public interface Saved {
        /** @param pictures of the questions, which stand beside them so that the file is whole; absent when there are none */
        Object with(@Nullable List<PackedPicture> pictures);
    }

    public ResponseEntity<byte[]> json(Stream<Picture> pictures, Reading<Saved> questions) {
        var saved = questions.value();
        var bytes =
                packer.pack(pictures, packed -> json.writeValueAsBytes(saved.with(packed.isEmpty() ? null : packed)));
        return file(new Reading<>(bytes, questions.position()), MediaType.APPLICATION_JSON, "questions.json");
    }

    private ResponseEntity<byte[]> file(Reading<byte[]> content, MediaType type, String name) {
        var tagged = replies.taggedBytes(content);
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .headers(tagged.getHeaders())
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content.value());
    }
}
