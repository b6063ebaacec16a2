package org.examledger.query.feed;

/** A projection could not take in a batch; it stands still and tries the same batch again, it never skips. */
final class ProjectionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProjectionFailed(String model, Throwable cause) {
        super("The read model " + model + " cannot go on: " + cause, cause);
    }
}
