package org.examledger.events.session;

import java.util.List;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/** HC counts the answers that came between an end and its reopening; each takes its place in the client's order (R1). */
@Remembered(name = "LateAnswersAccepted")
public record LateAnswersAccepted(
        List<AcceptedAnswer> answers, @Nullable UUID commandId) implements SessionFact {
    public LateAnswersAccepted {
        answers = List.copyOf(answers);
    }
}
