package org.examledger.query.responses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Brings scores that lag behind a corrected key to its newest version. Each correction is applied for itself and in
 * order, so that it makes no difference when this is done: in chunks behind the feed, just before the next fact of a
 * session is folded, or in a reader's memory.
 */
@Component
class Rescoring {
    private static final long NEVER_STORED = 0;

    private final ExamKeys keys;
    private final ScoreTable scores;
    private final ResponseTable responses;
    private final PreviousScores previous;

    Rescoring(ExamKeys keys, ScoreTable scores, ResponseTable responses, PreviousScores previous) {
        this.keys = keys;
        this.scores = scores;
        this.responses = responses;
        this.previous = previous;
    }

    /**
     * Does a part of what there is to do.
     *
     * @return whether there was anything
     */
    boolean doSome(int most) {
        var lagging = scores.lagging(most);
        if (lagging.isEmpty()) {
            return false;
        }
        store(bring(lagging));
        return true;
    }

    /** Computes scores by the newest key, without storing anything. */
    Rescored bring(Collection<Score> lagging) {
        var exams = lagging.stream().map(Score::examId).distinct().toList();
        return bring(lagging, keys.load(exams), keys.corrections(exams));
    }

    /** The same as if the key of their exam had been corrected further. */
    Rescored suppose(Collection<Score> stored, UUID examId, List<KeyChange> changes) {
        var key = keys.load(List.of(examId)).get(examId);
        var corrections = new ArrayList<>(keys.corrections(List.of(examId)).getOrDefault(examId, List.of()));
        for (var change : changes) {
            if (key != null) {
                var before = key.correctOptionsOf(change.questionId());
                key = key.corrected(change.questionId(), change.correct(), key.version() + 1);
                corrections.add(new Correction(
                        examId, key.version(), change.questionId(), before, change.correct(), NEVER_STORED));
            }
        }
        return bring(stored, key == null ? Map.of() : Map.of(examId, key), Map.of(examId, corrections));
    }

    private Rescored bring(
            Collection<Score> lagging, Map<UUID, ExamKey> newest, Map<UUID, List<Correction>> corrections) {
        var asked = new HashSet<ScoredResponse.Key>();
        for (var score : lagging) {
            corrections.getOrDefault(score.examId(), List.of()).stream()
                    .filter(it -> it.keyVersion() > score.keyVersion())
                    .forEach(it ->
                            asked.add(new ScoredResponse.Key(score.sessionId(), score.attempt(), it.questionId())));
        }
        var rescored = new Rescored(responses.load(asked));
        for (var score : lagging) {
            var key = newest.get(score.examId());
            if (key != null) {
                rescored.bring(score, corrections.getOrDefault(score.examId(), List.of()), key);
            }
        }
        return rescored;
    }

    void store(Rescored rescored) {
        responses.judge(rescored.responses());
        previous.store(rescored.previous());
        scores.store(rescored.scores());
    }
}
