package org.examledger.query.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attempts of some sessions by the newest key. */
final class AttemptsOfSessions {
    private final Map<UUID, List<Score>> scores;
    private final Map<UUID, List<PreviousScore>> previous;
    private final Rescored rescored;

    /**
     * @param scores the newest attempt first
     * @param rescored what was not stored by that key yet
     */
    AttemptsOfSessions(Map<UUID, List<Score>> scores, List<PreviousScore> previous, Rescored rescored) {
        this.scores = scores;
        this.rescored = rescored;
        this.previous = Stream.concat(previous.stream(), rescored.previous().stream())
                .collect(Collectors.groupingBy(PreviousScore::sessionId));
    }

    Optional<Score> find(UUID sessionId, int attempt) {
        return scores.getOrDefault(sessionId, List.of()).stream()
                .filter(it -> it.attempt() == attempt)
                .findFirst();
    }

    /** What counted before: the attempt's own scores by earlier keys, then those of earlier attempts; the newest first. */
    List<EarlierScore> before(Score score) {
        var before = new ArrayList<EarlierScore>();
        previous.getOrDefault(score.sessionId(), List.of()).stream()
                .filter(it -> it.attempt() == score.attempt())
                .sorted((one, other) -> Integer.compare(other.keyVersion(), one.keyVersion()))
                .map(it -> EarlierScore.of(it, score.passPercentage()))
                .forEach(before::add);
        scores.getOrDefault(score.sessionId(), List.of()).stream()
                .filter(it -> it.attempt() < score.attempt())
                .map(EarlierScore::of)
                .forEach(before::add);
        return before;
    }

    /** Responses of an attempt that are worth something else by the newest key than it is stored. */
    List<ScoredResponse> judgedAgain(Score score) {
        return rescored.responses().stream()
                .filter(it -> it.key().sessionId().equals(score.sessionId())
                        && it.key().attempt() == score.attempt())
                .toList();
    }
}
