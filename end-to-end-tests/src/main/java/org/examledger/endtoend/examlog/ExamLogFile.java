package org.examledger.endtoend.examlog;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

/** Reads the released log: tab separated {@code curr_time, id, question, score}, rows in order within a student. */
public final class ExamLogFile {
    private static final String HEADER = "curr_time\tid\tquestion\tscore";

    private ExamLogFile() {}

    public static ExamLog read(Path file) throws IOException {
        return parse(file.toString(), Files.readAllLines(file));
    }

    /** @throws IllegalArgumentException when this is another kind of file */
    public static ExamLog parse(String name, List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException(name + " does not begin with " + HEADER);
        }
        var rows = lines.stream().skip(1).map(Row::parse).toList();
        var positions =
                List.copyOf(new TreeSet<>(rows.stream().map(Row::position).toList()));
        if (positions.size() != ExamLog.QUESTIONS) {
            throw new IllegalArgumentException(name + " has the questions " + positions);
        }
        var visits = new LinkedHashMap<String, List<Visit>>();
        for (var row : rows) {
            var student = visits.computeIfAbsent(row.student(), id -> new ArrayList<>());
            var earliest = student.isEmpty() ? 0 : student.getLast().atMillis();
            student.add(new Visit(
                    Math.max(earliest, row.atMillis()), positions.indexOf(row.position()), option(row.score())));
        }
        return new ExamLog(
                name,
                visits.entrySet().stream()
                        .map(student -> new StudentLog(student.getKey(), student.getValue()))
                        .toList());
    }

    /** Eleven options stand for the scores 0.0 to 1.0; scores are not negative, so halves go up. */
    static int option(BigDecimal score) {
        return score.movePointRight(1).setScale(0, RoundingMode.HALF_UP).intValueExact() + 1;
    }

    private record Row(long atMillis, String student, int position, BigDecimal score) {
        static Row parse(String line) {
            var fields = line.split("\t", -1);
            var position = fields[2].substring(1, fields[2].indexOf('_'));
            return new Row(Long.parseLong(fields[0]), fields[1], Integer.parseInt(position), new BigDecimal(fields[3]));
        }
    }
}
