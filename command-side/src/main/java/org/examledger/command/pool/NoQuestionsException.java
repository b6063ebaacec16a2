package org.examledger.command.pool;

/** A source has no questions that can be used; the message says why, for whoever asked for them. */
final class NoQuestionsException extends Exception {
    private static final long serialVersionUID = 1;

    NoQuestionsException(String reason) {
        super(reason);
    }

    NoQuestionsException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
