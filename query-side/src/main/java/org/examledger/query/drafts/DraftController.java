package org.examledger.query.drafts;

import java.util.List;
import java.util.UUID;
import org.examledger.events.Actor;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.examledger.query.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/drafts")
class DraftController {
    private static final List<String> MODELS = List.of(DraftsProjection.MODEL);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Readings readings;
    private final DraftRows rows;
    private final People people;
    private final Replies replies;

    DraftController(Readings readings, DraftRows rows, People people, Replies replies) {
        this.readings = readings;
        this.rows = rows;
        this.people = people;
        this.replies = replies;
    }

    /** The caller's own drafts, for his picker. */
    @GetMapping
    ResponseEntity<List<DraftSummary>> drafts(@RequestParam(required = false) @Nullable String atLeast, Actor caller) {
        var reading = readings.read(
                MODELS,
                atLeast,
                () -> rows.findByAuthorOrderBySavedAtDescDraftIdAsc(caller.person()).stream()
                        .map(DraftSummary::of)
                        .toList());
        return replies.tagged(reading, reading.value());
    }

    /** Any draft, also of a colleague. */
    @GetMapping("/{draftId}")
    ResponseEntity<Draft> draft(@PathVariable UUID draftId, @RequestParam(required = false) @Nullable String atLeast) {
        var found = readings.read(MODELS, atLeast, () -> rows.findById(draftId).orElseThrow(QueryProblem::notFound));
        var row = found.value();
        var draft = Draft.of(row, JSON.readValue(row.content(), DraftContent.class), people);
        return replies.tagged(new Reading<>(draft, found.position()), draft);
    }
}
