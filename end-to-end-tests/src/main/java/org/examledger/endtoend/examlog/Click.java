package org.examledger.endtoend.examlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What a student's client sends; page turns and answers share one count, from 1. */
public sealed interface Click {
    long clientSeq();

    int pageIndex();

    long atMillis();

    /** The student went to another question. */
    record PageTurned(long clientSeq, int pageIndex, long atMillis) implements Click {}

    /** The student chose an option; the page is part of it. */
    record AnswerGiven(long clientSeq, int pageIndex, int questionId, int optionId, long atMillis) implements Click {}

    /** The clicks of one student in client order, by the mapping of the data's README. */
    static List<Click> of(StudentLog log) {
        var clicks = new ArrayList<Click>();
        var options = new HashMap<Integer, Integer>();
        var page = -1;
        for (var visit : log.visits()) {
            if (visit.page() != page) {
                clicks.add(new PageTurned(clicks.size() + 1, visit.page(), visit.atMillis()));
                page = visit.page();
            }
            var before = options.put(visit.questionId(), visit.optionId());
            if (before == null || before != visit.optionId()) {
                clicks.add(new AnswerGiven(
                        clicks.size() + 1, page, visit.questionId(), visit.optionId(), visit.atMillis()));
            }
        }
        return clicks;
    }
}
