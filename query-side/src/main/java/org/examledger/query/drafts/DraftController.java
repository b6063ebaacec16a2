package org.examledger.query.drafts;

import java.time.Clock;
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
    private final PickerRows picker;
    private final People people;
    private final Replies replies;
    private final Clock clock;

    DraftController(Readings readings, DraftRows rows, PickerRows picker, People people, Replies replies, Clock clock) {
        this.readings = readings;
        this.rows = rows;
        this.picker = picker;
        this.people = people;
        this.replies = replies;
        this.clock = clock;
    }

    /** The drafts that the caller began or worked on, for his picker; or everybody's. */
    @GetMapping
    ResponseEntity<List<DraftSummary>> drafts(
            @RequestParam(defaultValue = "false") boolean everybody,
            @RequestParam(required = false) @Nullable String atLeast,
            Actor caller) {
        var now = clock.instant();
        var found = readings.read(MODELS, atLeast, () -> picker.of(everybody ? null : caller.person(), now));
        var names = people.namesOf(
                found.value().stream().map(PickerRows.Line::savedBy).distinct().toList());
        var drafts = found.value().stream()
                .map(line -> DraftSummary.of(line, caller.person(), names))
                .toList();
        return replies.tagged(new Reading<>(drafts, found.position()), drafts);
    }

    /** Any draft, also of a colleague. */
    @GetMapping("/{draftId}")
    ResponseEntity<Draft> draft(@PathVariable UUID draftId, @RequestParam(required = false) @Nullable String atLeast) {
        var found = readings.read(
                MODELS,
                atLeast,
                () -> rows.findById(draftId)
                        .filter(row -> row.isThere(clock.instant()))
                        .orElseThrow(QueryProblem::notFound));
        var row = found.value();
        var draft = Draft.of(row, JSON.readValue(row.content(), DraftContent.class), people);
        return replies.tagged(new Reading<>(draft, found.position()), draft);
    }
}
