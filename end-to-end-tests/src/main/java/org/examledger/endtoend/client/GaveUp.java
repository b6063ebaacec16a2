package org.examledger.endtoend.client;

import org.jspecify.annotations.Nullable;

/** The client's patience ended before the outcome of a call was known. */
public final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    GaveUp(Call call, String last, @Nullable Throwable cause) {
        super(call.method() + " " + call.path() + ": outcome unknown, last " + last, cause);
    }
}
