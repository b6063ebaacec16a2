package org.examledger.events.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.examledger.events.session.AcceptedAnswer;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.LateAnswersAccepted;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.Paper;
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
import org.examledger.events.session.Timing;
import org.examledger.events.session.Visibility;
import org.examledger.events.session.WorkerWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * A session as its facts tell it: the one fold of a {@code session:} stream that deciding, auditing and checking share.
 *
 * <p>Evolving is silent, total and quick. The state is mutable because an aggregate lives through thousands of clicks,
 * and is confined to whoever folds.
 */
public final class SessionState {
    private static final String NOT_ASSIGNED = "the stream does not begin with SessionAssigned";

    private @Nullable SessionAssigned assigned;
    private @Nullable Paper paper;
    private @Nullable Timing timing;
    private @Nullable SessionLife life;
    private AnswerSheet sheet = new AnswerSheet();
    private int attempt;
    private int passPercentage;
    private int epoch;
    private @Nullable Instant lastHeartbeat;
    private @Nullable Instant lastFactAt;
    private @Nullable Instant silentSince;
    private @Nullable CloseScoring closeScoring;
    private int lateAnswers;
    private final List<AcceptedAnswer> lateSinceTheEnd = new ArrayList<>();
    private final List<EarlierAttempt> earlierAttempts = new ArrayList<>();

    /** Takes in the next fact of the stream and the time of its row. */
    public void evolve(SessionFact fact, Instant at) {
        switch (fact) {
            case SessionAssigned it -> {
                assigned = it;
                begin(it.attempt(), it.paper(), it.timing(), it.passPercentage());
            }
            case SessionRescheduled it -> life = life().rescheduled(it.opensAt(), it.windowEndsAt(), at);
            case SessionStarted it -> {
                life = life().started(at, it.deadline());
                newEpoch(it.epoch());
            }
            case SessionResumed it -> {
                life = life().resumed(at);
                newEpoch(it.epoch());
            }
            case AnswerSelected it -> {
                var order = new ClientOrder(it.epoch(), it.clientSeq());
                received(order, true, at);
                sheet.turnTo(it.pageIndex(), order);
                sheet.answer(it.questionId(), it.optionIds(), order, at);
            }
            case AnswerSuperseded it -> received(new ClientOrder(it.epoch(), it.clientSeq()), true, at);
            case PageChanged it -> {
                var order = new ClientOrder(it.epoch(), it.clientSeq());
                received(order, false, at);
                sheet.turnTo(it.pageIndex(), order);
            }
            case HeartbeatReceived it -> {
                seen(at, it.visibility());
                lastHeartbeat = at;
            }
            case TimeExtended it -> life = life().extended(it.allowedSeconds(), it.deadline(), at);
            case SessionFellSilent it -> silentSince = it.lastSignOfLife();
            case SessionSubmitted it -> end(SessionStatus.SUBMITTED, at);
            case ExamClosed it -> {
                closeScoring = it.scoring();
                end(SessionStatus.CLOSED, at);
            }
            case SessionTimedOut it -> end(SessionStatus.TIMED_OUT, it.endedAt());
            case SessionAbandoned it -> end(SessionStatus.ABANDONED, at);
            case WorkerWithdrawn it -> end(SessionStatus.WITHDRAWN, at);
            case SessionCancelled it -> end(SessionStatus.CANCELLED, at);
            case LateAnswerReceived it -> evolve(it, at);
            case SessionReopened it -> evolve(it, at);
            case LateAnswersAccepted it -> it.answers().forEach(this::accept);
            case SessionReset it -> evolve(it, at);
        }
        lastFactAt = at;
    }

    private void begin(int number, Paper questions, Timing times, int toPass) {
        attempt = number;
        paper = questions;
        timing = times;
        passPercentage = toPass;
        life = SessionLife.of(times);
    }

    private void newEpoch(int next) {
        epoch = next;
        sheet.newEpoch(next);
        silentSince = null;
    }

    private void received(ClientOrder order, boolean answer, Instant at) {
        seen(at, order.epoch() == epoch ? Visibility.VISIBLE : visibility());
        sheet.received(order, answer);
    }

    private void seen(Instant at, Visibility visibility) {
        life = life().seen(at, visibility);
        silentSince = null;
    }

    private void end(SessionStatus status, Instant at) {
        life = life().ended(status, at);
        silentSince = null;
    }

    private void evolve(LateAnswerReceived fact, Instant at) {
        lateAnswers++;
        if (earlierAttemptOf(fact.epoch()).isEmpty()) {
            lateSinceTheEnd.add(new AcceptedAnswer(
                    fact.questionId(), fact.optionIds(), fact.pageIndex(), fact.epoch(), fact.clientSeq(), at));
        }
    }

    private void evolve(SessionReopened fact, Instant at) {
        life = life().reopened(fact.allowedSeconds(), fact.deadline(), at);
        closeScoring = null;
        lateSinceTheEnd.clear();
    }

    /** It counts from now on; a sign of life it was when it came. */
    private void accept(AcceptedAnswer it) {
        var order = new ClientOrder(it.epoch(), it.clientSeq());
        sheet.received(order, true);
        sheet.turnTo(it.pageIndex(), order);
        sheet.answer(it.questionId(), it.optionIds(), order, it.receivedAt());
    }

    private void evolve(SessionReset fact, Instant at) {
        var ended = life().ended();
        var endedAt = life().endedAt();
        earlierAttempts.add(new EarlierAttempt(
                attempt, epoch, paper(), ended != null ? ended : SessionStatus.CLOSED, endedAt != null ? endedAt : at));
        begin(fact.attempt(), fact.paper(), fact.timing(), fact.passPercentage());
        sheet = new AnswerSheet();
        lastHeartbeat = null;
        silentSince = null;
        closeScoring = null;
        lateSinceTheEnd.clear();
    }

    public boolean isAssigned() {
        return assigned != null;
    }

    public UUID examId() {
        return assignment().examId();
    }

    /** Opaque id of the owner (R6). */
    public String person() {
        return assignment().person();
    }

    private SessionAssigned assignment() {
        return Objects.requireNonNull(assigned, NOT_ASSIGNED);
    }

    public int attempt() {
        return attempt;
    }

    public Paper paper() {
        return Objects.requireNonNull(paper, NOT_ASSIGNED);
    }

    public int passPercentage() {
        return passPercentage;
    }

    /** Whether a worker who fell silent may go on. */
    public boolean silentMayResume() {
        return timing == null || !Boolean.FALSE.equals(timing.silentMayResume());
    }

    /** The newest epoch issued, whatever attempt it belongs to; 0 before the first start. */
    public int epoch() {
        return epoch;
    }

    /** The earlier attempt whose page instances had this epoch; absent when it is one of the newest attempt (R1). */
    public Optional<EarlierAttempt> earlierAttemptOf(int ofCommand) {
        return earlierAttempts.stream()
                .filter(it -> ofCommand <= it.lastEpoch())
                .findFirst();
    }

    /** The current page; 0 when the stored one is not on the paper. */
    public int pageIndex() {
        return sheet.pageIndex() < paper().pages() ? sheet.pageIndex() : 0;
    }

    /** Current answers by question id, cleared ones included. */
    public Map<Integer, CurrentAnswer> answers() {
        return sheet.answers();
    }

    /** The chosen options of a question; empty when it is not answered or cleared. */
    public List<Integer> optionsOf(int questionId) {
        var answer = answers().get(questionId);
        return answer == null ? List.of() : answer.optionIds();
    }

    public int answered() {
        return (int)
                answers().values().stream().filter(CurrentAnswer::isAnswered).count();
    }

    /** Highest client sequence of the newest epoch, of answers and page changes; 0 = none yet. */
    public long lastClientSeq() {
        return sheet.lastClientSeq();
    }

    /** Highest client sequence of an answer of the newest epoch; 0 = none yet (R18). */
    public long lastAnswerSeq() {
        return sheet.lastAnswerSeq();
    }

    /** How many late answers the stream holds, of all attempts. */
    public int lateAnswers() {
        return lateAnswers;
    }

    /** The answers of this attempt that came since it ended, in the order of their arrival. */
    public List<AcceptedAnswer> lateSinceTheEnd() {
        return Collections.unmodifiableList(lateSinceTheEnd);
    }

    public @Nullable Instant lastFactAt() {
        return lastFactAt;
    }

    public @Nullable Instant lastSignOfLife() {
        return life().lastSignOfLife();
    }

    public @Nullable Instant lastHeartbeat() {
        return lastHeartbeat;
    }

    public Visibility visibility() {
        return life().visibility();
    }

    /** The last sign of life before the silence that a fact told; absent when none did, or when it is over. */
    public @Nullable Instant silentSince() {
        return silentSince;
    }

    public @Nullable CloseScoring closeScoring() {
        return closeScoring;
    }

    /** The instants from which status and times follow. */
    public SessionLife life() {
        return Objects.requireNonNull(life, NOT_ASSIGNED);
    }
}
