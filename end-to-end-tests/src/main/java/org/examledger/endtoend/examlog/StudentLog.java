package org.examledger.endtoend.examlog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one student did, in order. The end is read off the rows, not off the commands made of them. */
public record StudentLog(String student, List<Visit> visits) {
    public StudentLog {
        visits = List.copyOf(visits);
    }

    /** The option of each question's last row. */
    public Map<Integer, Integer> finalOptions() {
        var options = new TreeMap<Integer, Integer>();
        visits.forEach(visit -> options.put(visit.questionId(), visit.optionId()));
        return options;
    }

    public int finalPage() {
        return visits.getLast().page();
    }

    /** Ten points for each question whose last row is right. */
    public int finalPoints() {
        return ExamLog.POINTS_PER_QUESTION
                * (int) finalOptions().values().stream()
                        .filter(option -> option == Visit.RIGHT_OPTION)
                        .count();
    }
}
