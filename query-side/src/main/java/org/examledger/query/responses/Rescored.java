package org.examledger.query.responses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores while corrections of the key are applied to them, with the responses and the old scores that come of it. */
final class Rescored {
    private final Map<ScoredResponse.Key, ScoredResponse> responses;
    private final Map<ScoredResponse.Key, ScoredResponse> changed = new LinkedHashMap<>();
    private final List<Score> scores = new ArrayList<>();
    private final List<PreviousScore> previous = new ArrayList<>();

    /** @param responses current ones to the corrected questions */
    Rescored(Map<ScoredResponse.Key, ScoredResponse> responses) {
        this.responses = new HashMap<>(responses);
    }

    /** Brings a score from its version of the key to the newest, one correction after the other. */
    void bring(Score lagging, Collection<Correction> corrections, ExamKey key) {
        var score = lagging;
        for (var correction : corrections) {
            if (correction.keyVersion() > score.keyVersion()) {
                score = after(correction, score, key);
            }
        }
        scores.add(score);
    }

    private Score after(Correction correction, Score score, ExamKey key) {
        var question = correction.questionId();
        if (!score.questionIds().contains(question)) {
            return score.by(correction.keyVersion());
        }
        var shown = score.shown();
        if (shown != null) {
            previous.add(PreviousScore.of(score, shown));
        }
        var worth = key.pointsOf(question);
        var place = new ScoredResponse.Key(score.sessionId(), score.attempt(), question);
        var before = responses.get(place);
        var morePoints = 0;
        if (before != null) {
            var now = before.judged(key.isRight(question, before.optionIds(), correction.after()), worth);
            responses.put(place, now);
            changed.put(place, now);
            morePoints = now.points() - before.points();
        }
        return score.corrected(correction, morePoints, correction.moreThatCount() * worth);
    }

    List<Score> scores() {
        return scores;
    }

    Collection<ScoredResponse> responses() {
        return changed.values();
    }

    List<PreviousScore> previous() {
        return previous;
    }
}
