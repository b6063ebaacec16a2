package org.examledger.query.statistics;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.examledger.query.QuerySettings;
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
@RequestMapping("/api/v1/exams/{examId}")
class StatisticsController {
    private final ExamScores scores;
    private final Replies replies;
    private final QuerySettings settings;
    private final Clock clock;

    StatisticsController(ExamScores scores, Replies replies, QuerySettings settings, Clock clock) {
        this.scores = scores;
        this.replies = replies;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the counted sessions say about each question, in the author's order. */
    @GetMapping("/questions/statistics")
    ResponseEntity<List<QuestionStatistic>> questions(
            @PathVariable UUID examId, @RequestParam(required = false) @Nullable String atLeast) {
        var read = scores.read(examId, atLeast, all -> {
            var now = clock.instant();
            var sums = new QuestionSums(all);
            all.forEachPiece(some -> sums.add(some.stream()
                    .filter(it -> Counted.counts(it, now, settings.silence()))
                    .toList()));
            return sums.statistics();
        });
        return replies.tagged(read, read.value());
    }

    /** How the results of all sessions that have one spread. */
    @GetMapping("/results/distribution")
    ResponseEntity<Distribution> distribution(
            @PathVariable UUID examId, @RequestParam(required = false) @Nullable String atLeast) {
        var read = scores.read(examId, atLeast, all -> {
            var now = clock.instant();
            var sum = new DistributionSum();
            all.forEachPiece(some ->
                    some.forEach(it -> sum.add(it.standing(it.row().life().statusAt(now, settings.silence())))));
            return sum.distribution(all.exam().content().passPercentage());
        });
        return replies.tagged(read, read.value());
    }
}
