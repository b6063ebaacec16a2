package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.examledger.faults.check.ReadModels.AnswerLine;
import org.examledger.faults.check.ReadModels.ResponseLine;
import org.examledger.faults.check.ReadModels.SessionLine;

/** I6: the rows of the read models are what the log comes to, row by row. */
final class ModelsEqualTheLog implements Invariant {
    @Override
    public String name() {
        return "I6";
    }

    @Override
    public List<String> violations(Findings findings) {
        var sessions = new HashSet<SessionLine>();
        var answers = new HashSet<AnswerLine>();
        var responses = new HashSet<ResponseLine>();
        for (var session : findings.sessions()) {
            var fold = SessionFold.of(findings.log().ofSession(session));
            sessions.add(new SessionLine(
                    session,
                    fold.attempt(),
                    fold.epoch(),
                    fold.lastClientSeq(),
                    fold.pageIndex(),
                    fold.answered(),
                    fold.ended(),
                    fold.position()));
            fold.answers().forEach((question, it) -> {
                var place = it.place();
                answers.add(new AnswerLine(
                        session, fold.attempt(), question, it.options(), place.epoch(), place.clientSeq()));
                responses.add(new ResponseLine(
                        session,
                        fold.attempt(),
                        question,
                        it.options(),
                        place.epoch(),
                        place.clientSeq(),
                        it.changes()));
            });
        }
        var mine = findings.sessions();
        var violations = new ArrayList<String>();
        var models = findings.models();
        compare(
                "session_row",
                sessions,
                models.sessions().stream()
                        .filter(it -> mine.contains(it.session()))
                        .toList(),
                violations);
        compare(
                "session_answer",
                answers,
                models.answers().stream()
                        .filter(it -> mine.contains(it.session()))
                        .toList(),
                violations);
        compare(
                "responses",
                responses,
                models.responses().stream()
                        .filter(it -> mine.contains(it.session()))
                        .toList(),
                violations);
        return violations;
    }

    private static <T> void compare(String table, Set<T> wanted, List<T> there, List<String> violations) {
        there.stream()
                .filter(row -> !wanted.contains(row))
                .forEach(row -> violations.add(table + " holds what the log does not say: " + row));
        wanted.stream()
                .filter(row -> !there.contains(row))
                .forEach(row -> violations.add(table + " does not hold what the log says: " + row));
    }
}
