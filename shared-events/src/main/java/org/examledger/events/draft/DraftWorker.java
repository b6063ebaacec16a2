package org.examledger.events.draft;

import org.jspecify.annotations.Nullable;

/**
 * A worker who shall take the exam.
 *
 * @param person opaque person id (R13)
 * @param extraMinutes the minutes he gets on top
 * @param portalSessionId the number under which the portal's page will know his session; absent = it will not
 */
public record DraftWorker(
        String person, int extraMinutes, @Nullable Integer portalSessionId) {
    public DraftWorker(String person, int extraMinutes) {
        this(person, extraMinutes, null);
    }
}
