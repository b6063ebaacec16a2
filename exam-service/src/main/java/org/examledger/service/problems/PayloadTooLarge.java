package org.examledger.service.problems;

import java.io.IOException;

/** More was sent than this route reads. */
class PayloadTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    PayloadTooLarge(long limit) {
        super("The body is larger than the " + limit + " bytes this route accepts.");
    }

    static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PayloadTooLarge) {
                return true;
            }
        }
        return false;
    }
}
