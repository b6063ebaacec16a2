package org.examledger.query.http;

/**
 * A reply has begun and cannot be completed. What went wrong is suppressed and no cause, because causes are answered with a
 * problem, and it is too late for one.
 */
final class CutOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    CutOff(String name, Throwable failure) {
        super(name + " was cut off");
        addSuppressed(failure);
    }
}
