package org.examledger.query.proof;

/** The tables of the tree do not hold together, so nothing can be proven from them. */
final class TreeBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long position;
    private final String reason;

    TreeBroken(long position, String message) {
        super(message);
        this.position = position;
        this.reason = message;
    }

    /** Of the first row whose place in the tree is in doubt. */
    long position() {
        return position;
    }

    String reason() {
        return reason;
    }
}
