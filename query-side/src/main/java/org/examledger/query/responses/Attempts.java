package org.examledger.query.responses;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads the scores of sessions' attempts, always by the newest key: those whose score has not been computed again yet are
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
    record Found(Score score, List<EarlierScore> previous, Map<Integer, ScoredResponse> responses) {}

    Optional<Found> of(UUID sessionId, int attempt) {
        var read = of(List.of(sessionId));
        return read.find(sessionId, attempt)
                .map(score -> new Found(score, read.before(score), responsesOf(score, read)));
    }

    /** All attempts of these sessions. */
    AttemptsOfSessions of(Collection<UUID> sessionIds) {
        var stored = scores.of(sessionIds);
        var newest = keys.load(stored.stream().map(Score::examId).collect(Collectors.toSet()));
        var rescored = rescoring.bring(stored.stream()
                .filter(it -> it.isBehind(newest.get(it.examId())))
                .toList());
        var brought = rescored.scores().stream().collect(Collectors.toMap(Score::key, Function.identity()));
        var all = stored.stream()
                .map(it -> brought.getOrDefault(it.key(), it))
                .collect(Collectors.groupingBy(Score::sessionId));
        return new AttemptsOfSessions(all, previous.of(sessionIds), rescored);
    }

    private Map<Integer, ScoredResponse> responsesOf(Score score, AttemptsOfSessions read) {
        var found = responses.of(score.sessionId(), score.attempt());
        read.judgedAgain(score).forEach(it -> found.put(it.key().questionId(), it));
        return found;
    }
}
