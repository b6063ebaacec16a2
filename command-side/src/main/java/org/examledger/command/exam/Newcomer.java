package org.examledger.command.exam;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who shall take the exam: opaque person id (R13) and the minutes he gets on top.
 *
 * @param portalSessionId the number under which the portal's page will know his session; absent = it will not
 */
record Newcomer(String person, int extraMinutes, @Nullable Integer portalSessionId) {
    Newcomer(String person, int extraMinutes) {
        this(person, extraMinutes, null);
    }
}
