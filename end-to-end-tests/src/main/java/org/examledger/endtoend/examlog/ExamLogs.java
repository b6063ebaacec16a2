package org.examledger.endtoend.examlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.examledger.endtoend.service.Checkout;

/** Finds the real exam's log, and says loudly when it has to make one up. */
public final class ExamLogs {
    private static final int REAL_STUDENTS = 1_575;

    private ExamLogs() {}

    /** System property {@code real-exam}, or beside the checkout. */
    public static Optional<Path> realExam() {
        var named = System.getProperty("real-exam");
        var file = named != null
                ? Path.of(named)
                : Checkout.root()
                        .resolve("../shared/data/real-exam/midterm.tsv")
                        .normalize();
        return Optional.of(file).filter(Files::isRegularFile);
    }

    public static ExamLog realOrGenerated(long seed) {
        var file = realExam();
        if (file.isEmpty()) {
            System.out.println(
                    "*** THE REAL EXAM'S LOG IS NOT HERE (-Dreal-exam=midterm.tsv): A GENERATED ONE IS USED, SEED "
                            + seed);
            return GeneratedExamLog.of(REAL_STUDENTS, seed);
        }
        try {
            return ExamLogFile.read(file.get());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
