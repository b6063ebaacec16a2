package org.examledger.query.responses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.query.life.SessionRow;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads sessions together with their scores. */
@Component
class ScoredSessions {
    private final Sessions sessions;
    private final Attempts attempts;
    private final ScoreTable scores;
    private final Rescoring rescoring;
    private final ResponseTable responses;
    private final ExamKeys keys;

    ScoredSessions(
            Sessions sessions,
            Attempts attempts,
            ScoreTable scores,
            Rescoring rescoring,
            ResponseTable responses,
            ExamKeys keys) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.scores = scores;
        this.rescoring = rescoring;
        this.responses = responses;
        this.keys = keys;
    }

    /** @param scored position up to which scores are computed; a session that has none by then is left out */
    ScoresOfExam.Piece read(UUID examId, @Nullable UUID after, int most, long scored) {
        // One more than asked for tells whether there is a next piece.
        var found = sessions.ofExam(examId, after, most + 1);
        var rows = found.subList(0, Math.min(most, found.size()));
        var read = attempts.of(rows.stream().map(SessionRow::sessionId).toList());
        var scores = rows.stream()
                .flatMap(row -> read.find(row.sessionId(), row.attempt()).stream()
                        .map(score -> new ScoredSession(row, score, row.position() <= scored, read.before(score))))
                .toList();
        return new ScoresOfExam.Piece(
                scores, found.size() > most ? rows.getLast().sessionId() : null);
    }

    /** The same sessions as they would be scored if the key were corrected further; nothing is stored. */
    List<ScoredSession> supposing(UUID examId, List<KeyChange> changes, List<ScoredSession> some) {
        var stored = scores.load(some.stream().map(it -> it.row().sessionId()).toList());
        var supposed = rescoring.suppose(stored.values(), examId, changes).scores().stream()
                .collect(Collectors.toMap(Score::key, Function.identity()));
        return some.stream()
                .map(it -> it.with(supposed.getOrDefault(it.score().key(), it.score())))
                .toList();
    }

    /** What was answered in these sessions, by session; of who never answered, nothing. */
    Map<UUID, List<GivenAnswer>> answers(List<ScoredSession> some, ExamKey key) {
        var found = new HashMap<UUID, List<GivenAnswer>>();
        responses
                .of(some.stream().map(it -> it.score().key()).toList())
                .forEach((session, all) -> found.put(
                        session, all.stream().map(it -> judged(it, key)).toList()));
        return found;
    }

    /** Judged again, because the rows of a corrected question may still have the old judgement. */
    private static GivenAnswer judged(ScoredResponse response, ExamKey key) {
        var question = response.key().questionId();
        var right = key.isRight(question, response.optionIds());
        return new GivenAnswer(
                question,
                response.isAnswered(),
                right,
                right ? key.pointsOf(question) : 0,
                response.changes(),
                response.millis());
    }

    /** Absent when the exam has no scores. */
    Optional<ExamKey> keyOf(UUID examId) {
        return Optional.ofNullable(keys.load(List.of(examId)).get(examId));
    }
}
