package org.examledger.query.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.people.People;
import org.examledger.query.picture.PackedPicture;
import org.examledger.query.questions.QuestionFiles;
import org.examledger.query.questions.WrittenQuestions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A draft's questions as files for other tools. */
@RestController
@RequestMapping("/api/v1/drafts/{draftId}")
class DraftQuestionsController {
    private static final List<String> MODELS = List.of(DraftsProjection.MODEL);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Readings readings;
    private final DraftRows rows;
    private final People people;
    private final QuestionFiles files;
    private final Clock clock;

    DraftQuestionsController(Readings readings, DraftRows rows, People people, QuestionFiles files, Clock clock) {
        this.readings = readings;
        this.rows = rows;
        this.people = people;
        this.files = files;
        this.clock = clock;
    }

    /** All questions that are written, also those that are not complete. */
    @GetMapping(path = "/questions.qti.zip", produces = "application/zip")
    ResponseEntity<byte[]> qti(@PathVariable UUID draftId, @RequestParam(required = false) @Nullable String atLeast) {
        var row = read(draftId, atLeast);
        var content = content(row.value());
        return files.qti(new Reading<>(new WrittenQuestions(content.questions(), remarks(content)), row.position()));
    }

    private static List<String> remarks(DraftContent content) {
        var remarks = new ArrayList<String>();
        var drawn = Stream.concat(
                        content.pools().stream(), content.packages().stream().flatMap(it -> it.pools().stream()))
                .count();
        if (drawn > 0) {
            remarks.add("Not in this file: what is drawn from pools, at " + drawn + " places");
        }
        if (!content.packages().isEmpty()) {
            var names = content.packages().stream().map(DraftPackage::name).filter(Objects::nonNull);
            remarks.add("Not in this file: the packages " + String.join(", ", names.toList()));
        }
        return remarks;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Questions(
            @Nullable List<Object> questions,
            @Nullable List<Draft.Package> packages,
            @Nullable List<PackedPicture> attachments) {}

    /** As the draft is saved, with places for pools and with the bytes of its pictures. */
    @GetMapping(path = "/questions.json", produces = "application/json")
    ResponseEntity<byte[]> json(@PathVariable UUID draftId, @RequestParam(required = false) @Nullable String atLeast) {
        var row = read(draftId, atLeast);
        var content = content(row.value());
        var draft = Draft.of(row.value(), content, people);
        var loose = draft.packages() == null ? draft.questions() : null;
        return files.json(
                content.questions().stream().flatMap(DraftQuestion::allPictures),
                new Reading<>(pictures -> new Questions(loose, draft.packages(), pictures), row.position()));
    }

    private Reading<DraftRow> read(UUID draftId, @Nullable String atLeast) {
        return readings.read(
                MODELS,
                atLeast,
                () -> rows.findById(draftId)
                        .filter(row -> row.isThere(clock.instant()))
                        .orElseThrow(QueryProblem::notFound));
    }

    private static DraftContent content(DraftRow row) {
        return JSON.readValue(row.content(), DraftContent.class);
    }
}
