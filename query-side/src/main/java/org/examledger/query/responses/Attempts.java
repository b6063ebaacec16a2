package org.examledger.query.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads the scores of a session's attempts, always by the newest key: one whose score has not been computed again yet is
 * brought there in memory.
 */
@Component
class Attempts {
    private final ScoreTable scores;
    private final ResponseTable responses;
    private final PreviousScores previous;
    private final ExamKeys keys;
    private final Rescoring rescoring;

    Attempts(ScoreTable scores, ResponseTable responses, PreviousScores previous, ExamKeys keys, Rescoring rescoring) {
        this.scores = scores;
        this.responses = responses;
        this.previous = previous;
        this.keys = keys;
        this.rescoring = rescoring;
    }

    /**
     * An attempt's score.
     *
     * @param previous scores that count no more, the newest first
     * @param responses by question
     */
    record Found(Score score, List<Result.Previous> previous, Map<Integer, ScoredResponse> responses) {}

    Optional<Found> of(UUID sessionId, int attempt) {
        var stored = scores.of(sessionId);
        var newest = keys.load(stored.stream().map(Score::examId).collect(Collectors.toSet()));
        var rescored = rescoring.bring(stored.stream()
                .filter(it -> it.isBehind(newest.get(it.examId())))
                .toList());
        var brought = rescored.scores().stream().collect(Collectors.toMap(Score::attempt, Function.identity()));
        var all = stored.stream()
                .map(it -> brought.getOrDefault(it.attempt(), it))
                .toList();
        return all.stream()
                .filter(it -> it.attempt() == attempt)
                .findFirst()
                .map(score -> new Found(score, before(score, all, rescored), responsesOf(score, rescored)));
    }

    private List<Result.Previous> before(Score score, List<Score> all, Rescored rescored) {
        var before = new ArrayList<Result.Previous>();
        Stream.concat(previous.of(score.sessionId()).stream(), rescored.previous().stream())
                .filter(it -> it.attempt() == score.attempt())
                .sorted((one, other) -> Integer.compare(other.keyVersion(), one.keyVersion()))
                .map(it -> Result.Previous.of(it, score.passPercentage()))
                .forEach(before::add);
        all.stream()
                .filter(it -> it.attempt() < score.attempt())
                .map(Result.Previous::of)
                .forEach(before::add);
        return before;
    }

    private Map<Integer, ScoredResponse> responsesOf(Score score, Rescored rescored) {
        var found = responses.of(score.sessionId(), score.attempt());
        rescored.responses().stream()
                .filter(it -> it.key().attempt() == score.attempt())
                .forEach(it -> found.put(it.key().questionId(), it));
        return found;
    }
}
