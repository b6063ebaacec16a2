package org.examledger.command.exam;

/** How long texts about an exam may be, in characters. */
final class ExamLimits {
    static final int REASON = 1000;
    static final int TIME = 50;
    static final int WORKER_ID = 200;
    static final int NAME = 500;
    static final int ACCESS_TOKEN = 200;

    private ExamLimits() {}
}
