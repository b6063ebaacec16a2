package org.examledger.faults.record;

/**
 * A request and what is known of it. One that was never answered is unknown.
 *
 * @param completion {@link Outcome#UNKNOWN} as long as nothing came back
 */
public record Operation(Invocation invocation, Completion completion) {
    public Kind kind() {
        return invocation.kind();
    }

    public String session() {
        return invocation.session();
    }

    public String commandId() {
        return invocation.commandId();
    }

    public boolean isOk() {
        return completion.outcome() == Outcome.OK;
    }

    public boolean isUnknown() {
        return completion.outcome() == Outcome.UNKNOWN;
    }

    public boolean isRefused() {
        return completion.outcome() == Outcome.REFUSED;
    }

    @Override
    public String toString() {
        return "%s %s of %s (epoch %d, client sequence %d, question %d %s): %s %d %s %s"
                .formatted(
                        kind(),
                        commandId(),
                        session(),
                        invocation.epoch(),
                        invocation.clientSeq(),
                        invocation.questionId(),
                        invocation.optionIds(),
                        completion.outcome(),
                        completion.status(),
                        completion.code(),
                        completion.said());
    }
}
