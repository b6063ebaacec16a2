package org.examledger.command.exam;

import java.util.Optional;
import java.util.UUID;
import org.examledger.command.exam.ExamState.End;
import org.examledger.command.session.AttemptTerms;
import org.examledger.command.session.ExamTerms;
import org.examledger.events.rules.AccessTokens;
import org.jspecify.annotations.Nullable;

/** What sessions ask their exams. */
final class TermsOfExams implements ExamTerms {
    private final Exams exams;
    private final FanOutList list;

    TermsOfExams(Exams exams, FanOutList list) {
        this.exams = exams;
        this.list = list;
    }

    @Override
    public boolean admits(UUID examId, @Nullable String word) {
        var token = exams.current(examId).map(ExamState::accessToken).orElse(null);
        return token == null || (word != null && AccessTokens.opens(token, word));
    }

    @Override
    public Optional<AttemptTerms> next(UUID examId, String person, int attempt) {
        return exams.current(examId)
                .filter(exam -> exam.end() != End.CANCELLED)
                .map(exam -> new AttemptTerms(exam.paper(person, attempt), exam.timing(person), exam.passPercentage()));
    }

    @Override
    public boolean hasToldAll(UUID examId) {
        var changes = exams.current(examId).map(ExamState::changesForAll).orElse(0);
        var listed = list.of(examId).values();
        return listed.size() >= changes && listed.stream().allMatch(FanOutList.Progress::isDone);
    }
}
