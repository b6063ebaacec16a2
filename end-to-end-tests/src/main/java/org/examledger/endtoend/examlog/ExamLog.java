package org.examledger.endtoend.examlog;

import java.util.List;

/** A whole exam as it was clicked. */
public record ExamLog(String name, List<StudentLog> students) {
    public static final int QUESTIONS = 7;
    public static final int OPTIONS = 11;
    public static final int POINTS_PER_QUESTION = 10;
    public static final int MAXIMUM = QUESTIONS * POINTS_PER_QUESTION;

    public ExamLog {
        students = List.copyOf(students);
    }

    public int rows() {
        return students.stream().mapToInt(student -> student.visits().size()).sum();
    }

    /** The first so many students, or all when there are fewer. */
    public ExamLog first(int count) {
        return new ExamLog(name, students.subList(0, Math.min(count, students.size())));
    }
}
