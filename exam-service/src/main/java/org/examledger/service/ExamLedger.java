package org.examledger.service;

/** Starts the service. */
public final class ExamLedger {
    private ExamLedger() {}

    public static void main(String[] arguments) {
        System.out.println("cwd " + java.nio.file.Path.of("").toAbsolutePath() + " " + Runtime.version());
    }
}
