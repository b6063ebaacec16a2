package org.examledger.query.results;

import java.util.UUID;
import org.examledger.query.http.Paging;
import org.examledger.query.http.Replies;
import org.examledger.query.responses.ExamScores;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/exams/{examId}/results")
class ResultsController {
    private static final int MOST = 500;

    private final ExamScores scores;
    private final SessionResults results;
    private final Replies replies;

    ResultsController(ExamScores scores, SessionResults results, Replies replies) {
        this.scores = scores;
        this.results = results;
        this.replies = replies;
    }

    /** Every session of the exam, also those that have no score, or none yet. */
    @GetMapping
    ResponseEntity<ResultPage> results(
            @PathVariable UUID examId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String atLeast) {
        Paging.checkLimit(limit, MOST);
        var after = Paging.idBehind(cursor);
        return replies.unstored(scores.read(examId, atLeast, all -> {
            var piece = all.piece(after, limit);
            var next = piece.next();
            return new ResultPage(results.of(piece.sessions()), next == null ? null : next.toString());
        }));
    }
}
