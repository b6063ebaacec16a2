package org.examledger.query.responses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.examledger.query.life.ExamRow;
import org.jspecify.annotations.Nullable;

/**
 * The scores of an exam's sessions, piece by piece in the order of their ids, so that an exam of any size fits into the
 * memory. Good for as long as the reading lasts that gave it.
 */
public final class ScoresOfExam {
    private static final int PIECE = 500;

    private final ExamRow exam;
    private final long scored;
    private final ScoredSessions sessions;
    private final Optional<ExamKey> key;

    /** @param scored position up to which scores are computed */
    ScoresOfExam(ExamRow exam, long scored, ScoredSessions sessions) {
        this.exam = exam;
        this.scored = scored;
        this.sessions = sessions;
        key = sessions.keyOf(exam.examId());
    }

    public ExamRow exam() {
        return exam;
    }

    /**
     * @param next behind which the next piece begins; absent = that was the last one
     */
    public record Piece(
            List<ScoredSession> sessions, @Nullable UUID next) {}

    /** @param after exclusive; absent = from the start */
    public Piece piece(@Nullable UUID after, int most) {
        return sessions.read(exam.examId(), after, most, scored);
    }

    /** Hands over all of them. */
    public void forEachPiece(Consumer<List<ScoredSession>> taken) {
        @Nullable UUID after = null;
        do {
            var piece = piece(after, PIECE);
            taken.accept(piece.sessions());
            after = piece.next();
        } while (after != null);
    }

    /** Some of them as they would be if the key were corrected; nothing is stored. */
    public List<ScoredSession> supposing(List<KeyChange> changes, List<ScoredSession> some) {
        return sessions.supposing(exam.examId(), changes, some);
    }

    /** What was answered in some of them, by session; of who never answered, nothing. */
    public Map<UUID, List<GivenAnswer>> answers(List<ScoredSession> some) {
        return key.map(it -> sessions.answers(some, it)).orElse(Map.of());
    }

    /** What a question is worth by the newest key; a void one nothing. */
    public int worthOf(int questionId) {
        return key.map(it -> it.isVoid(questionId) ? 0 : it.pointsOf(questionId))
                .orElse(0);
    }

    public boolean isVoid(int questionId) {
        return key.map(it -> it.isVoid(questionId)).orElse(false);
    }
}
