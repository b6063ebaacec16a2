package org.examledger.query.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.query.responses.GivenAnswer;
import org.examledger.query.responses.ScoredSession;
import org.examledger.query.responses.ScoresOfExam;

/** All questions of an exam, in the author's order, while its sessions are counted piece by piece. */
final class QuestionSums {
    private final ScoresOfExam scores;
    private final Map<Integer, QuestionSum> questions = new LinkedHashMap<>();

    QuestionSums(ScoresOfExam scores) {
        this.scores = scores;
        scores.exam()
                .content()
                .questions()
                .forEach(it -> questions.put(it.id(), new QuestionSum(it.id(), scores.isVoid(it.id()))));
    }

    /** @param sessions those that count */
    void add(List<ScoredSession> sessions) {
        var given = scores.answers(sessions);
        for (var session : sessions) {
            var answers = given.getOrDefault(session.row().sessionId(), List.of()).stream()
                    .collect(Collectors.toMap(GivenAnswer::questionId, Function.identity()));
            for (var id : session.score().questionIds()) {
                var answer = answers.get(id);
                var question = questions.get(id);
                if (question != null) {
                    question.add(answer, restShare(session, id, answer == null ? 0 : answer.points()));
                }
            }
        }
    }

    /** A share, because papers of an exam with packages may differ in what can be reached. */
    private OptionalDouble restShare(ScoredSession session, int questionId, int points) {
        var reachable = session.score().maximum() - scores.worthOf(questionId);
        return reachable == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (session.score().points() - points) / reachable);
    }

    List<QuestionStatistic> statistics() {
        return questions.values().stream().map(QuestionSum::statistic).toList();
    }
}
