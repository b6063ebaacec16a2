package org.examledger.command.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Choose options for a question. */
record SelectAnswer(
        UUID sessionId,
        String person,
        int epoch,
        AnswerGiven answer,
        @Nullable UUID commandId) implements SessionCommand {}
