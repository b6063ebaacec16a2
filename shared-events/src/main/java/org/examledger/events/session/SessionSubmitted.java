package org.examledger.events.session;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The worker handed in: an end.
 *
 * @param lastAnswerSeq highest client sequence of an answer the client had sent when it handed in; 0 = none
 */
@Remembered(name = "SessionSubmitted")
public record SessionSubmitted(
        int epoch,
        long clientSeq,
        long lastAnswerSeq,
        @Nullable UUID commandId) implements SessionFact {}
