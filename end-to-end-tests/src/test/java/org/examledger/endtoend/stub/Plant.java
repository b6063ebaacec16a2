package org.examledger.endtoend.stub;

/** What the stub does wrong on purpose. */
public enum Plant {
    NOTHING,
    LOSES_AN_ACKNOWLEDGED_ANSWER,
    LOSES_AN_ACKNOWLEDGED_PAGE_CHANGE,
    STORES_A_REPEATED_COMMAND_AGAIN,
    STORES_ANOTHER_OPTION,
    INVENTS_AN_ANSWER,
    LEAVES_A_HOLE_IN_THE_STREAM,
    LETS_THE_LAST_ARRIVAL_WIN,
    SAYS_STORED_FOR_SUPERSEDED,
    SHOWS_ANOTHER_OPTION,
    SHOWS_ANOTHER_PAGE,
    SCORES_ANOTHER_KEY,
    COUNTS_ONE_ANSWER_LESS_IN_THE_MONITOR,
    FORGETS_THE_SUBMIT,
    /** Not wrong: replies are lost after the command was stored, or put off before. */
    LOSES_REPLIES_AND_IS_BUSY
}
