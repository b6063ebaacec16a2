package org.examledger.query.pools;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.examledger.events.rules.PoolName;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.http.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/question-pools")
class PoolController {
    private static final List<String> MODELS = List.of(PoolsProjection.MODEL);

    private final Readings readings;
    private final PoolTable table;
    private final Replies replies;
    private final Clock clock;

    PoolController(Readings readings, PoolTable table, Replies replies, Clock clock) {
        this.readings = readings;
        this.table = table;
        this.replies = replies;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<List<PoolSummary>> pools(@RequestParam(required = false) @Nullable String atLeast) {
        var found = readings.read(MODELS, atLeast, table::all);
        var now = clock.instant();
        var pools =
                found.value().stream().map(line -> PoolSummary.of(line, now)).toList();
        return replies.tagged(new Reading<>(pools, found.position()), pools);
    }

    /** A pool, however its technology and level are written. */
    @GetMapping("/{technology}/{level}")
    ResponseEntity<QuestionPool> pool(
            @PathVariable String technology,
            @PathVariable String level,
            @RequestParam(required = false) @Nullable String atLeast) {
        var name = new PoolName(technology, level).path();
        var found = readings.read(
                MODELS,
                atLeast,
                () -> Optional.ofNullable(table.load(List.of(name)).get(name)).orElseThrow(QueryProblem::notFound));
        var pool = QuestionPool.of(found.value(), clock.instant());
        return replies.tagged(new Reading<>(pool, found.position()), pool);
    }
}
