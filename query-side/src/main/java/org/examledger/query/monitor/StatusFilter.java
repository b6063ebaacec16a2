package org.examledger.query.monitor;

import java.util.Arrays;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.QueryProblem;
import org.jspecify.annotations.Nullable;

/** Reads which rows somebody wants to see. */
final class StatusFilter {
    private StatusFilter() {}

    /**
     * @param text as a caller wrote it; absent = every status
     * @throws org.springframework.web.ErrorResponseException 400 when there is no such status
     */
    static @Nullable SessionStatus of(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(SessionStatus.values())
                        .filter(status -> status.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> QueryProblem.invalid("status", "is not the status of a session"));
    }
}
