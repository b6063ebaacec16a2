package org.examledger.command.imports;

/** Nothing of a file can be used; the message says why, to the person who sent it. */
final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableFile(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
