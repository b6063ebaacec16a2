package org.examledger.events.session;

/** What the score of a closed session is computed from. */
public enum CloseScoring {
    FROM_ANSWERS,
    ZERO
}
