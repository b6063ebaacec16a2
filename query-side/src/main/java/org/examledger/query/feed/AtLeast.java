package org.examledger.query.feed;

import org.examledger.query.http.QueryProblem;
import org.jspecify.annotations.Nullable;

/** The position that a caller wants to see at least. */
public final class AtLeast {
    private AtLeast() {}

    /**
     * @return 0 when none was asked for
     * @throws org.springframework.web.ErrorResponseException 400 when the text is not a number from 0 on
     */
    public static long parse(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            var position = Long.parseLong(text);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException notANumber) {
            // Answered below, like a number out of range.
        }
        throw QueryProblem.invalid("atLeast", "must be a position: a whole number from 0 on");
    }
}
