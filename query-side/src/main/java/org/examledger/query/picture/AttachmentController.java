package org.examledger.query.picture;

import java.time.Duration;
import java.util.List;
import org.examledger.events.Actor;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Replies;
import org.examledger.query.paper.ShownPictures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a picture. Its address names its content, so whoever has it never has to ask again. */
@RestController
class AttachmentController {
    private static final List<String> MODELS = List.of(ShownPictures.MODEL);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** Should anybody open it as a page, it may do nothing; with {@code nosniff} it is never taken for one. */
    private static final String NOTHING_ALLOWED = "sandbox; default-src 'none'";

    private final Readings readings;
    private final ShownPictures shown;
    private final Pictures pictures;

    AttachmentController(Readings readings, ShownPictures shown, Pictures pictures) {
        this.readings = readings;
        this.shown = shown;
        this.pictures = pictures;
    }

    /** To HC and auditors always; to a worker when it is on a paper of his that he has started, else it is not there. */
    @GetMapping("/api/v1/attachments/{sha256}")
    ResponseEntity<byte[]> picture(
            @PathVariable String sha256, @RequestParam(required = false) @Nullable String atLeast, Actor caller) {
        var reading = readings.read(MODELS, atLeast, () -> {
            if (caller.role() == Actor.Role.WORKER && !shown.to(caller.person(), sha256)) {
                throw QueryProblem.notFound();
            }
            return pictures.find(sha256).orElseThrow(QueryProblem::notFound);
        });
        var picture = reading.value();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
                .eTag('"' + sha256 + '"')
                .header(Replies.READ_POSITION, Long.toString(reading.position()))
                .header("Content-Security-Policy", NOTHING_ALLOWED)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(picture.bytes());
    }
}
