package org.examledger.events.exam;

import java.util.List;

/**
 * A package of an exam: questions that take turns with those of the other packages.
 *
 * @param questionIds in the author's order; each is one of the exam's questions and in one package only
 */
public record ExamPackage(String name, List<Integer> questionIds) {
    public ExamPackage {
        questionIds = List.copyOf(questionIds);
    }
}
