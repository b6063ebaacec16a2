package org.examledger.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.command.draft.AppendingQuestions;
import org.examledger.command.http.Problem;
import org.examledger.command.http.Replies;
import org.examledger.command.picture.PictureLimits;
import org.examledger.command.picture.PictureShelf;
import org.examledger.events.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** HC brings questions from elsewhere: tried first, then appended to a draft, all that can be asked or nothing. */
@RestController
class ImportController {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final AppendingQuestions drafts;
    private final PictureShelf shelf;
    private final QuestionReader reader;
    private final ReadingInTurn turns = new ReadingInTurn(PATIENCE, LONGEST);

    ImportController(AppendingQuestions drafts, PictureShelf shelf, PictureLimits limits, JsonMapper json) {
        this.drafts = drafts;
        this.shelf = shelf;
        this.reader = new QuestionReader(json, limits, shelf);
    }

    /**
     * What became of a file.
     *
     * @param accepted how many questions
     * @param skipped how many items that are none, or none that can be asked
     * @param draftId and what follows: only when it was stored
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportReport(
            String format,
            String encoding,
            boolean dryRun,
            int accepted,
            int skipped,
            List<QuestionImport.ImportedItem> items,
            List<String> warnings,
            @Nullable UUID draftId,
            @Nullable Integer revision,
            @Nullable Instant savedAt,
            @Nullable Long sequence,
            @Nullable Long position) {
        static ImportReport tried(QuestionImport read) {
            return of(read, null, null);
        }

        static ImportReport of(
                QuestionImport read, @Nullable UUID draftId, AppendingQuestions.@Nullable Appended stored) {
            var accepted = read.accepted().size();
            return new ImportReport(
                    read.format(),
                    read.encoding(),
                    stored == null,
                    accepted,
                    read.items().size() - accepted,
                    read.items(),
                    read.warnings(),
                    draftId,
                    stored == null ? null : stored.revision(),
                    stored == null ? null : stored.savedAt(),
                    stored == null ? null : stored.sequence(),
                    stored == null ? null : stored.position());
        }
    }

    /** A form of names and values would be read as such before anybody sees a file in it. */
    @PostMapping(path = "/api/v1/question-imports", consumes = "!application/x-www-form-urlencoded")
    ResponseEntity<ImportReport> importQuestions(
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) @Nullable UUID draftId,
            @RequestParam(name = "package", required = false) @Nullable String packageName,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            HttpServletRequest request,
            Actor actor) {
        var read = read(request, contentType, formatOf(format));
        if (dryRun) {
            return ResponseEntity.ok(ImportReport.tried(read));
        }
        if (draftId == null) {
            throw Problem.invalid("draftId", "is missing");
        }
        // Before the questions, so that no draft ever names a picture that is not there.
        shelf.keep(read.pictures(), actor.person());
        var stored = drafts.append(draftId, read.accepted(), packageName, key, actor);
        var report = ImportReport.of(read.withIds(stored.questionIds()), draftId, stored);
        return Replies.of(HttpStatus.OK, stored.position(), report);
    }

    private static @Nullable FileFormat formatOf(@Nullable String word) {
        return word == null
                ? null
                : FileFormat.of(word)
                        .orElseThrow(() -> Problem.invalid("format", "must be one of " + FileFormat.words()));
    }

    private QuestionImport read(HttpServletRequest request, @Nullable String contentType, @Nullable FileFormat format) {
        try {
            return turns.read(request.getInputStream(), body -> {
                var upload = Upload.of(body, contentType);
                return reader.read(upload.file(), upload.declared(), format);
            });
        } catch (UnreadableFile unreadable) {
            throw Problem.invalid("file", unreadable.why());
        } catch (IOException lost) {
            // As where Spring reads a body, so that the same is told: it ends early, or is more than may be sent.
            throw new HttpMessageNotReadableException(
                    "The file cannot be had", lost, new ServletServerHttpRequest(request));
        }
    }
}
