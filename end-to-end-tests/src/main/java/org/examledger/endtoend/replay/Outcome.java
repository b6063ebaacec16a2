package org.examledger.endtoend.replay;

/** What a receipt says became of a command. */
final class Outcome {
    static final String STORED = "stored";
    static final String DUPLICATE = "duplicate";
    static final String SUPERSEDED = "superseded";
    /** Acknowledged as part of something else that does not say. */
    static final String WITH_SUBMIT = "with submit";

    private Outcome() {}

    static boolean known(String outcome) {
        return outcome.equals(STORED) || outcome.equals(DUPLICATE) || outcome.equals(SUPERSEDED);
    }
}
