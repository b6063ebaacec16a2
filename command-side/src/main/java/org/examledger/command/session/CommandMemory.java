package org.examledger.command.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.examledger.command.session.Content.Kind;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.session.AcceptedAnswer;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionAbandoned;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionFellSilent;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionRescheduled;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.WorkerWithdrawn;
import org.jspecify.annotations.Nullable;

/** Which commands a session has seen, so that a repeat has no second effect and a reused name is noticed (R2). */
final class CommandMemory {
    private final Map<ClientOrder, Seen> byOrder = new HashMap<>();
    private final Map<UUID, Seen> byCommandId = new HashMap<>();

    /** A command of the past: what it asked, in which epoch, and what became of it. */
    record Seen(Content content, int epoch, Fate fate) {}

    /** What became of a command of the past. */
    enum Fate {
        STORED,
        SUPERSEDED,
        /** It came after the end and was refused. */
        LATE;

        Outcome outcome() {
            return this == STORED ? Outcome.STORED : Outcome.SUPERSEDED;
        }
    }

    void evolve(SessionFact fact) {
        switch (fact) {
            case SessionStarted it -> remember(it.commandId(), new Seen(Content.START, it.epoch(), Fate.STORED));
            case SessionResumed it -> remember(it.commandId(), new Seen(Content.START, it.epoch(), Fate.STORED));
            case AnswerSelected it ->
                remember(
                        it.commandId(),
                        it.clientSeq(),
                        new Seen(
                                Content.answer(it.questionId(), it.optionIds(), it.pageIndex()),
                                it.epoch(),
                                Fate.STORED));
            case AnswerSuperseded it ->
                remember(
                        it.commandId(),
                        it.clientSeq(),
                        new Seen(
                                Content.answer(it.questionId(), it.optionIds(), it.pageIndex()),
                                it.epoch(),
                                Fate.SUPERSEDED));
            case LateAnswerReceived it ->
                remember(
                        it.commandId(),
                        it.clientSeq(),
                        new Seen(
                                Content.answer(it.questionId(), it.optionIds(), it.pageIndex()),
                                it.epoch(),
                                Fate.LATE));
            case PageChanged it ->
                remember(
                        it.commandId(),
                        it.clientSeq(),
                        new Seen(Content.page(it.pageIndex()), it.epoch(), Fate.STORED));
            case SessionSubmitted it ->
                remember(it.commandId(), it.clientSeq(), new Seen(Content.SUBMIT, it.epoch(), Fate.STORED));
            case HeartbeatReceived it -> remember(it.commandId(), new Seen(Content.HEARTBEAT, it.epoch(), Fate.STORED));
            case SessionAbandoned it -> remember(it.commandId(), new Seen(Content.ABANDON, it.epoch(), Fate.STORED));
            case ExamClosed it -> asked(it.commandId(), Kind.CLOSE, it.scoring(), it.reason());
            case TimeExtended it -> asked(it.commandId(), Kind.EXTEND, it.seconds(), it.reason());
            case SessionRescheduled it ->
                asked(
                        it.commandId(),
                        Kind.RESCHEDULE,
                        it.opensAt(),
                        Optional.ofNullable(it.windowEndsAt()),
                        it.reason());
            case SessionReopened it -> asked(it.commandId(), Kind.REOPEN, it.seconds(), it.reason());
            case SessionReset it -> asked(it.commandId(), Kind.RESET, it.reason());
            case WorkerWithdrawn it -> asked(it.commandId(), Kind.WITHDRAW, it.reason());
            case SessionCancelled it -> asked(it.commandId(), Kind.CANCEL, it.reason());
            case LateAnswersAccepted it -> it.answers().forEach(this::accepted);
            case SessionAssigned it -> {}
            case SessionTimedOut it -> {}
            case SessionFellSilent it -> {}
        }
    }

    private void asked(@Nullable UUID commandId, Kind kind, Object... words) {
        remember(commandId, new Seen(Content.of(kind, words), 0, Fate.STORED));
    }

    /** What was late counts after all, also when it is sent once more. */
    private void accepted(AcceptedAnswer it) {
        var content = Content.answer(it.questionId(), it.optionIds(), it.pageIndex());
        var counted = new Seen(content, it.epoch(), Fate.STORED);
        var late = byOrder.put(new ClientOrder(it.epoch(), it.clientSeq()), counted);
        byCommandId.replaceAll((id, seen) -> seen == late ? counted : seen);
    }

    private void remember(@Nullable UUID commandId, long clientSeq, Seen seen) {
        byOrder.putIfAbsent(new ClientOrder(seen.epoch(), clientSeq), seen);
        remember(commandId, seen);
    }

    private void remember(@Nullable UUID commandId, Seen seen) {
        if (commandId != null) {
            byCommandId.putIfAbsent(commandId, seen);
        }
    }

    /** The command with this id, when there was one. */
    Optional<Seen> seen(@Nullable UUID commandId) {
        return commandId == null ? Optional.empty() : Optional.ofNullable(byCommandId.get(commandId));
    }

    /** The command with this place in the client's order, when there was one. */
    Optional<Seen> seen(ClientOrder order) {
        return Optional.ofNullable(byOrder.get(order));
    }

    /** The command with either name; the id is looked up first. */
    Optional<Seen> seen(@Nullable UUID commandId, ClientOrder order) {
        return seen(commandId).or(() -> seen(order));
    }
}
