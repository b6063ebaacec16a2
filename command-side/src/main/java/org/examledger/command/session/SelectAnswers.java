package org.examledger.command.session;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Choose options for several questions, all or none. */
record SelectAnswers(
        UUID sessionId,
        String person,
        int epoch,
        List<AnswerGiven> answers,
        @Nullable UUID commandId) implements SessionCommand {}
