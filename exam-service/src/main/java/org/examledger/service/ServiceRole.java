package org.examledger.service;

/** Which half of the service a process runs: it decides, it answers, or both. */
public enum ServiceRole {
    ALL,
    COMMAND,
    QUERY;

    public boolean decides() {
        return this != QUERY;
    }

    public boolean answers() {
        return this != COMMAND;
    }
}
