package org.examledger.command.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.examledger.events.rules.ClientOrder;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
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
            case ExamClosed it -> remember(it.commandId(), new Seen(Content.CLOSE, 0, Fate.STORED));
            case SessionAssigned it -> {}
            case SessionTimedOut it -> {}
        }
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
