package org.examledger.query.responses;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.rules.Scoring;

/**
 * The right options of an exam's questions.
 *
 * @param version 1 as locked; a correction brings the next (R14)
 */
record ExamKey(UUID examId, int version, Map<Integer, Entry> entries) {

    static ExamKey of(UUID examId, int version, Collection<Entry> entries) {
        return new ExamKey(
                examId, version, entries.stream().collect(Collectors.toMap(Entry::questionId, Function.identity())));
    }

    /** What can be reached with these questions; a voided one counts for nothing. */
    long maximumOf(Collection<Integer> questionIds) {
        return questionIds.stream()
                .map(this::entry)
                .filter(it -> !it.correct().isEmpty())
                .mapToLong(Entry::points)
                .sum();
    }

    boolean isRight(int questionId, List<Integer> chosen) {
        return isRight(questionId, chosen, entry(questionId).correct());
    }

    /** Whether the chosen options would be right if these were the right ones. */
    boolean isRight(int questionId, List<Integer> chosen, List<Integer> correct) {
        return Scoring.isRight(chosen, correct, entry(questionId).multiple());
    }

    /** The key with another answer to a question. */
    ExamKey corrected(int questionId, List<Integer> correct, int newVersion) {
        var corrected = entries.values().stream()
                .map(it -> it.questionId() == questionId ? it.with(correct) : it)
                .toList();
        return of(examId, newVersion, corrected);
    }

    List<Integer> correctOptionsOf(int questionId) {
        return entry(questionId).correct();
    }

    boolean isVoid(int questionId) {
        return entry(questionId).correct().isEmpty();
    }

    int pointsOf(int questionId) {
        return entry(questionId).points();
    }

    private Entry entry(int questionId) {
        var entry = entries.get(questionId);
        if (entry == null) {
            throw new IllegalStateException("The key of exam " + examId + " lacks question " + questionId);
        }
        return entry;
    }

    /** The key of one question. */
    record Entry(int questionId, List<Integer> correct, boolean multiple, int points) {
        Entry {
            correct = List.copyOf(correct);
        }

        Entry with(List<Integer> others) {
            return new Entry(questionId, others, multiple, points);
        }

        static Entry of(ExamQuestion question) {
            return new Entry(question.id(), question.correct(), question.multiple(), question.points());
        }
    }
}
