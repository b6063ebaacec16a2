package org.examledger.command.picture;

import java.net.URI;
import java.util.List;
import org.examledger.command.http.Problem;
import org.examledger.events.Actor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** HC sends a picture, so that questions can name it by its hash. Sending it again changes nothing. */
@RestController
class AttachmentController {
    private final PictureShelf shelf;
    private final PictureLimits limits;

    AttachmentController(PictureShelf shelf, PictureLimits limits) {
        this.shelf = shelf;
        this.limits = limits;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PictureLimits.class)
    static class Limits {}

    record AttachmentBody(String sha256, String mediaType, int bytes, int width, int height) {}

    /** The body is the picture itself; its bytes say what it is, whatever the request calls it. */
    @PostMapping(path = "/api/v1/attachments", consumes = "!application/x-www-form-urlencoded")
    ResponseEntity<AttachmentBody> keep(@RequestBody byte[] body, Actor actor) {
        try {
            var picture = NewPicture.of(body, limits);
            shelf.keep(List.of(picture), actor.person());
            return ResponseEntity.created(URI.create("/api/v1/attachments/" + picture.sha256()))
                    .body(new AttachmentBody(
                            picture.sha256(),
                            picture.mediaType(),
                            body.length,
                            picture.header().width(),
                            picture.header().height()));
        } catch (UnusablePicture unusable) {
            throw switch (unusable.kind()) {
                case TOO_LARGE -> refused(HttpStatus.CONTENT_TOO_LARGE, unusable);
                case OTHER_KIND -> refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, unusable);
                case TOO_MANY_PIXELS -> Problem.invalid("body", unusable.why());
            };
        }
    }

    private static ResponseStatusException refused(HttpStatus status, UnusablePicture unusable) {
        return new ResponseStatusException(status, "The picture " + unusable.why() + ".");
    }
}
