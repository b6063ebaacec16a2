package org.examledger.query.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.Picture;
import org.examledger.events.session.Paper;
import org.examledger.events.session.PaperQuestion;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionReset;

/**
 * A paper with the texts that its worker saw.
 *
 * @param position of the fact that gave it to him
 * @param hash as that fact holds it, over ids, points, texts and pictures
 * @param questions in the order in which they were shown
 */
record ShownPaper(int attempt, long position, String hash, int questionsPerPage, List<AskedQuestion> questions) {

    /** @param pictures shown behind the text, in this order */
    record AskedQuestion(
            int questionId,
            String text,
            List<Picture> pictures,
            boolean multiple,
            int points,
            List<AskedOption> options) {}

    record AskedOption(int optionId, String text, List<Picture> pictures) {}

    /** The papers of all attempts, the oldest first. */
    static List<ShownPaper> of(Past past) {
        var texts = past.exam().stream()
                .map(PastFact::fact)
                .filter(ExamLocked.class::isInstance)
                .map(ExamLocked.class::cast)
                .flatMap(locked -> locked.questions().stream())
                .collect(Collectors.toMap(ExamQuestion::id, Function.identity()));
        var papers = new ArrayList<ShownPaper>();
        for (var it : past.session()) {
            switch (it.fact()) {
                case SessionAssigned assigned -> papers.add(of(assigned.attempt(), it, assigned.paper(), texts));
                case SessionReset reset -> papers.add(of(reset.attempt(), it, reset.paper(), texts));
                default -> {}
            }
        }
        return papers;
    }

    private static ShownPaper of(int attempt, PastFact it, Paper paper, Map<Integer, ExamQuestion> texts) {
        return new ShownPaper(
                attempt,
                it.position(),
                paper.hash(),
                paper.questionsPerPage(),
                paper.questions().stream()
                        .map(question -> shown(question, texts))
                        .toList());
    }

    private static AskedQuestion shown(PaperQuestion question, Map<Integer, ExamQuestion> texts) {
        var written = texts.get(question.questionId());
        if (written == null) {
            throw new IllegalStateException("The exam lacks question " + question.questionId());
        }
        var options = written.options().stream().collect(Collectors.toMap(ExamOption::id, Function.identity()));
        return new AskedQuestion(
                question.questionId(),
                written.text(),
                Picture.all(written.pictures()),
                question.multiple(),
                question.points(),
                question.optionIds().stream().map(id -> shown(id, options)).toList());
    }

    private static AskedOption shown(int optionId, Map<Integer, ExamOption> options) {
        var written = options.get(optionId);
        return written == null
                ? new AskedOption(optionId, "", List.of())
                : new AskedOption(optionId, written.text(), Picture.all(written.pictures()));
    }
}
