package org.examledger.query.proof;

/** A row stands there and cannot be read, because what it refers to is gone. */
public final class UnreadableRow extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long position;

    public UnreadableRow(long position, Throwable cause) {
        super("the row at position " + position + " cannot be read", cause);
        this.position = position;
    }

    long position() {
        return position;
    }
}
