package org.examledger.command.session;

import java.util.Locale;

/** What became of a command that was not refused (R2, R3). */
enum Outcome {
    /** It brought a fact. */
    STORED,
    /** It had been stored before; nothing happened again. */
    DUPLICATE,
    /** Something newer stands already; an answer is remembered as superseded, anything else leaves no trace. */
    SUPERSEDED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
