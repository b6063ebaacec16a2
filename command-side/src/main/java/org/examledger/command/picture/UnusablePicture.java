package org.examledger.command.picture;

/** Bytes that no question may show; the message says why, to the person who sent them. */
public final class UnusablePicture extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong with them. */
    public enum Cause {
        TOO_LARGE,
        TOO_MANY_PIXELS,
        OTHER_KIND
    }

    private final Cause kind;

    UnusablePicture(Cause kind, String why) {
        super(why);
        this.kind = kind;
    }

    public Cause kind() {
        return kind;
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
