package org.examledger.endtoend.client;

import java.util.List;

/** A whole exam with one question list, as HC writes it. */
public record ExamDraft(
        String title,
        String category,
        String opensAt,
        String zone,
        int durationMinutes,
        int passPercentage,
        int questionsPerPage,
        List<Worker> workers,
        List<Question> questions) {

    /** Who takes the exam, by the id the token carries. */
    public record Worker(String workerId, String name) {}

    /** Single choice, unless several options are right. */
    public record Question(int id, String text, List<Option> options, List<Integer> correct, int points) {}

    /** One choice. */
    public record Option(int id, String text) {}
}
