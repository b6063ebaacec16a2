package org.examledger.command.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.examledger.command.handling.Refusal;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;

/** Whether a question, its options and a page are on the paper (R7). */
final class PaperCheck {
    private final Paper paper;
    private final Map<Integer, PaperQuestion> questions = new HashMap<>();

    PaperCheck(Paper paper) {
        this.paper = paper;
        paper.questions().forEach(question -> questions.put(question.questionId(), question));
    }

    /**
     * What is wrong with these answers.
     *
     * @param prefix how the command calls the list; a lone answer's fields stand at the top
     */
    List<Refusal.Field> of(List<AnswerGiven> answers, String prefix) {
        var fields = new ArrayList<Refusal.Field>();
        for (var index = 0; index < answers.size(); index++) {
            check(answers.get(index), prefix.isEmpty() ? "" : prefix + "[" + index + "].", fields);
        }
        return fields;
    }

    List<Refusal.Field> ofPage(int pageIndex) {
        var fields = new ArrayList<Refusal.Field>();
        checkPage(pageIndex, "", fields);
        return fields;
    }

    boolean has(int questionId) {
        return questions.containsKey(questionId);
    }

    private void check(AnswerGiven answer, String at, List<Refusal.Field> fields) {
        checkPage(answer.pageIndex(), at, fields);
        var question = questions.get(answer.questionId());
        if (question == null) {
            fields.add(new Refusal.Field(at + "questionId", "is not on the paper"));
            return;
        }
        if (!question.optionIds().containsAll(answer.optionIds())) {
            fields.add(new Refusal.Field(at + "optionIds", "has an option that the question does not have"));
        }
        if (!question.multiple() && answer.optionIds().size() > 1) {
            fields.add(new Refusal.Field(at + "optionIds", "the question takes one option"));
        }
    }

    private void checkPage(int pageIndex, String at, List<Refusal.Field> fields) {
        if (pageIndex < 0 || pageIndex >= paper.pages()) {
            fields.add(new Refusal.Field(at + "pageIndex", "must be 0 to " + (paper.pages() - 1)));
        }
    }
}
