package org.examledger.faults.record;

/** What a client can ask a session for; all but {@link #READ} are commands. */
public enum Kind {
    START,
    ANSWER,
    PAGE,
    HEARTBEAT,
    SUBMIT,
    CLOSE,
    REOPEN,
    EXTEND,
    READ;

    public boolean isCommand() {
        return this != READ;
    }
}
