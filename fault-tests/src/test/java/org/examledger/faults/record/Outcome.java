package org.examledger.faults.record;

/** What a client knows of a request afterwards. */
public enum Outcome {
    OK,
    REFUSED,
    /** The reply was lost, or said that the outcome is unknown: stored or not. */
    UNKNOWN
}
