package org.examledger.query.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lists that are read piece by piece have in common. */
public final class Paging {
    private Paging() {}

    /** @throws org.springframework.web.ErrorResponseException 400 when it is none from 1 to the most */
    public static void checkLimit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw QueryProblem.invalid("limit", "must be from 1 to " + most);
        }
    }

    /**
     * The id behind which a list in the order of ids goes on.
     *
     * @throws org.springframework.web.ErrorResponseException 400 when the cursor is none that such a list gave
     */
    public static @Nullable UUID idBehind(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw invalidCursor();
        }
    }

    public static RuntimeException invalidCursor() {
        return QueryProblem.invalid("cursor", "must be what an earlier page called next");
    }
}
