package org.examledger.query.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.examledger.query.http.QueryProblem;

/** Times as callers write them. */
final class Times {
    private static final int LAST_YEAR = 9_999;

    private Times() {}

    /** @throws org.springframework.web.ErrorResponseException 400 when it is none of RFC 3339, whose years have four digits */
    static Instant told(String name, String written) {
        try {
            var time = OffsetDateTime.parse(written);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException unreadable) {
            throw QueryProblem.invalid(name, "must be a time as in RFC 3339");
        }
        throw QueryProblem.invalid(name, "must be a time as in RFC 3339");
    }
}
