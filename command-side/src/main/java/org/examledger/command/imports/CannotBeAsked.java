package org.examledger.command.imports;

/** One question of a file cannot be asked here; the message says why, and the file's other questions go on. */
final class CannotBeAsked extends Exception {
    private static final long serialVersionUID = 1;

    private final WhySkipped code;

    CannotBeAsked(WhySkipped code, String why) {
        super(why);
        this.code = code;
    }

    WhySkipped code() {
        return code;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
