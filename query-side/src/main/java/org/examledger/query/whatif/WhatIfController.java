package org.examledger.query.whatif;

import java.time.Clock;
import java.util.UUID;
import org.examledger.query.QuerySettings;
import org.examledger.query.http.Paging;
import org.examledger.query.http.Replies;
import org.examledger.query.people.People;
import org.examledger.query.responses.ExamScores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WhatIfController {
    private static final int MOST = 500;

    private final ExamScores scores;
    private final People people;
    private final Replies replies;
    private final QuerySettings settings;
    private final Clock clock;

    WhatIfController(ExamScores scores, People people, Replies replies, QuerySettings settings, Clock clock) {
        this.scores = scores;
        this.people = people;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    /** Scores every session by another key or pass mark and tells the difference. Stores nothing. */
    @PostMapping("/api/v1/exams/{examId}/what-if")
    ResponseEntity<WhatIf> whatIf(
            @PathVariable UUID examId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "false") boolean resultOnly,
            @RequestParam(required = false) @Nullable String atLeast,
            @RequestBody WhatIfBody body) {
        Paging.checkLimit(limit, MOST);
        var page = new Comparison.Page(Paging.idBehind(cursor), limit, resultOnly);
        var supposition = body.read();
        return replies.unstored(scores.read(examId, atLeast, all -> {
            supposition.check(all.exam().content());
            var comparison = new Comparison(supposition, page, clock.instant(), settings.silence());
            all.forEachPiece(some -> comparison.take(all, some));
            return comparison.result(all, people);
        }));
    }
}
