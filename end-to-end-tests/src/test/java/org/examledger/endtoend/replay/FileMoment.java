package org.examledger.endtoend.replay;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.examledger.endtoend.client.PastDifference.ChangedAnswer;
import org.examledger.endtoend.client.PastState;
import org.examledger.endtoend.examlog.Click;
import org.examledger.endtoend.examlog.Click.AnswerGiven;
import org.examledger.endtoend.examlog.ExamLog;
import org.examledger.endtoend.examlog.Visit;

/**
 * Where a student is when only some of the clicks in the file have come: the last by the file's order counts, whenever it
 * came.
 */
record FileMoment(int page, Map<String, List<Integer>> answers, long lastClientSeq, long points) {

    static FileMoment of(List<Click> file, Set<Long> come) {
        var page = 0;
        var last = 0L;
        var answers = new TreeMap<String, List<Integer>>();
        for (var click : file) {
            if (come.contains(click.clientSeq())) {
                page = click.pageIndex();
                last = click.clientSeq();
                if (click instanceof AnswerGiven answer) {
                    answers.put(Integer.toString(answer.questionId()), List.of(answer.optionId()));
                }
            }
        }
        var right = answers.values().stream()
                .filter(options -> options.contains(Visit.RIGHT_OPTION))
                .count();
        return new FileMoment(page, answers, last, ExamLog.POINTS_PER_QUESTION * right);
    }

    static FileMoment of(PastState told) {
        return new FileMoment(told.pageIndex(), told.answers(), told.lastClientSeq(), told.points());
    }

    /** By question. */
    List<ChangedAnswer> changedUntil(FileMoment later) {
        var questions = later.answers.keySet().stream().map(Integer::valueOf).collect(toCollection(TreeSet::new));
        return questions.stream()
                .map(it -> new ChangedAnswer(it, optionsOf(it), later.optionsOf(it)))
                .filter(it -> !it.before().equals(it.after()))
                .toList();
    }

    private List<Integer> optionsOf(int question) {
        return answers.getOrDefault(Integer.toString(question), List.of());
    }
}
