package org.examledger.command.pool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.examledger.command.http.BodyEntries;
import org.examledger.command.http.Checked;
import org.examledger.command.picture.PictureShelf;
import org.examledger.command.question.CompleteQuestion;
import org.examledger.command.question.QuestionBody;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.exam.ExamQuestion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the questions of a pool, wherever they come from; each must be complete, because nobody writes on them later. */
final class PoolQuestions {
    private static final int MOST = 5_000;

    private PoolQuestions() {}

    /** The questions; what is wrong with them is noted, and then the result is of no use. */
    static List<ExamQuestion> read(@Nullable JsonNode list, JsonMapper json, PictureShelf shelf, Checked checked) {
        if (list == null || list.isNull()) {
            checked.against("questions", "is missing");
            return List.of();
        }
        var entries = new BodyEntries(json, checked);
        var nodes = entries.of("questions", list);
        if (list.isArray() && (nodes.isEmpty() || nodes.size() > MOST)) {
            checked.against("questions", "there must be 1 to " + MOST);
            return List.of();
        }
        var written = new ArrayList<DraftQuestion>();
        var ids = new HashSet<Integer>();
        for (var index = 0; index < nodes.size(); index++) {
            var at = "questions[" + index + "]";
            QuestionBody body = entries.read(at, nodes.get(index), QuestionBody.class);
            if (body != null) {
                var question = body.read(checked, at + ".", shelf);
                if (!ids.add(question.id())) {
                    checked.against(at + ".id", "is used twice");
                }
                CompleteQuestion.reasonsAgainst(question, at + ".")
                        .forEach(it -> checked.against(it.field(), it.message()));
                written.add(question);
            }
        }
        return checked.wrong().isEmpty()
                ? written.stream().map(CompleteQuestion::of).toList()
                : List.of();
    }
}
