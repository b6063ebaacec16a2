package org.examledger.events.session;

/** Why a session counts as abandoned. */
public enum AbandonCause {
    /** The worker said that he leaves for good. */
    LEFT,
    /** No sign of life came, and the exam lets nobody come back after that. */
    SILENT
}
