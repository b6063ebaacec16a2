package org.examledger.endtoend.examlog;

/**
 * One row of an exam's log: a student looked at a question or changed its score.
 *
 * @param atMillis milliseconds since the student's start, never before the visit before
 * @param page which of the exam's questions, from 0
 * @param optionId 1..11 for score 0.0..1.0
 */
public record Visit(long atMillis, int page, int optionId) {
    public static final int RIGHT_OPTION = 11;

    /** Question ids count from 1, pages from 0, one question a page. */
    public int questionId() {
        return page + 1;
    }
}
