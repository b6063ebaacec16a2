package org.examledger.query.responses;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.examledger.query.feed.AtLeast;
import org.examledger.query.feed.ReadPositions;
import org.examledger.query.feed.Readings;
import org.examledger.query.http.QueryProblem;
import org.examledger.query.http.Reading;
import org.examledger.query.life.Exams;
import org.examledger.query.life.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the scores of a whole exam, for every question that is about all of its sessions. */
@Component
public class ExamScores {
    private static final List<String> MODELS = List.of(Sessions.MODEL, Scores.MODEL);

    private final Readings readings;
    private final ReadPositions positions;
    private final Exams exams;
    private final ScoredSessions sessions;

    ExamScores(Readings readings, ReadPositions positions, Exams exams, ScoredSessions sessions) {
        this.readings = readings;
        this.positions = positions;
        this.exams = exams;
        this.sessions = sessions;
    }

    /**
     * Reads in one snapshot, in which scores have seen all that the exam's sessions had told when it was asked for.
     *
     * @throws org.springframework.web.ErrorResponseException 404 when there is no such exam, else as {@link Readings#read}
     */
    public <T> Reading<T> read(UUID examId, @Nullable String atLeast, Function<ScoresOfExam, T> question) {
        var wanted = Math.max(AtLeast.parse(atLeast), exams.newest(examId));
        return readings.read(MODELS, Long.toString(wanted), () -> {
            var exam = exams.find(examId).orElseThrow(QueryProblem::notFound);
            return question.apply(new ScoresOfExam(exam, positions.of(Scores.MODEL), sessions));
        });
    }
}
