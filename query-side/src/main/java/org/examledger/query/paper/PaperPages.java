package org.examledger.query.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.Picture;
import org.examledger.events.session.PaperQuestion;
import org.jspecify.annotations.Nullable;

/** The paper of a worker's newest attempt, page by page, without its key. */
record PaperPages(UUID sessionId, int attempt, int questionsPerPage, List<Page> pages) {

    static PaperPages of(
            UUID sessionId,
            int attempt,
            int questionsPerPage,
            List<PaperQuestion> questions,
            List<QuestionText> texts) {
        var textsById = texts.stream().collect(Collectors.toMap(QuestionText::id, Function.identity()));
        var pages = new ArrayList<Page>();
        for (int first = 0; first < questions.size(); first += questionsPerPage) {
            var last = Math.min(first + questionsPerPage, questions.size());
            pages.add(new Page(
                    pages.size(),
                    questions.subList(first, last).stream()
                            .map(it -> Question.of(it, textsById))
                            .toList()));
        }
        return new PaperPages(sessionId, attempt, questionsPerPage, pages);
    }

    record Page(int pageIndex, List<Question> questions) {}

    /** @param pictures shown behind the text, in this order */
    record Question(
            int id,
            String text,
            boolean multiple,
            int points,
            List<ExamOption> options,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Picture> pictures) {
        static Question of(PaperQuestion question, Map<Integer, QuestionText> texts) {
            var text = texts.get(question.questionId());
            if (text == null) {
                throw new IllegalStateException("No text of question " + question.questionId());
            }
            var options = text.options().stream().collect(Collectors.toMap(ExamOption::id, Function.identity()));
            return new Question(
                    question.questionId(),
                    text.text(),
                    question.multiple(),
                    question.points(),
                    question.optionIds().stream()
                            .flatMap(id -> Stream.ofNullable(options.get(id)))
                            .toList(),
                    text.pictures());
        }
    }
}
