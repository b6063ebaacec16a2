package org.examledger.endtoend.client;

/** Where the contract says things are. */
public final class Paths {
    public static final String BASE = "/api/v1";
    public static final String DEMO_TOKEN = BASE + "/demo/token";
    public static final String DRAFTS = BASE + "/drafts";
    public static final String MY_SESSIONS = BASE + "/me/sessions";
    public static final String READINESS = "/actuator/health/readiness";

    private Paths() {}

    public static String draft(String draftId) {
        return DRAFTS + "/" + draftId;
    }

    public static String lock(String draftId) {
        return draft(draftId) + "/lock";
    }

    /** @param what {@code start}, {@code answers}, {@code resume} and so on */
    public static String session(String sessionId, String what) {
        return BASE + "/sessions/" + sessionId + "/" + what;
    }

    public static String monitor(String examId) {
        return BASE + "/exams/" + examId + "/monitor";
    }

    public static String monitorStream(String examId) {
        return monitor(examId) + "/stream";
    }

    public static String events(String sessionId) {
        return audit(sessionId, "events");
    }

    /** @param what {@code events}, {@code state}, {@code difference} and so on */
    public static String audit(String sessionId, String what) {
        return BASE + "/audit/sessions/" + sessionId + "/" + what;
    }
}
