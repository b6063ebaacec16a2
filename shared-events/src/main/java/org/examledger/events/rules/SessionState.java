package org.examledger.events.rules;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.session.AnswerSelected;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.PageChanged;
import org.examledger.events.session.Paper;
import org.examledger.events.session.SessionAssigned;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.SessionSubmitted;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A session as its facts tell it: the one fold of a {@code session:} stream that deciding, auditing and checking share.
 *
 * <p>Evolving is silent, total and quick. The state is mutable because an aggregate lives through thousands of clicks,
 * and is confined to whoever folds.
 */
public final class SessionState {
    private @Nullable SessionAssigned assigned;
    private int epoch;
    private @Nullable Instant startedAt;
    private @Nullable Instant deadline;
    private @Nullable Instant lastSignOfLife;
    private @Nullable Instant lastHeartbeat;
    private @Nullable Instant lastFactAt;
    private Visibility visibility = Visibility.VISIBLE;
    private @Nullable SessionStatus ended;
    private @Nullable Instant endedAt;
    private @Nullable CloseScoring closeScoring;
    private int pageIndex;
    private ClientOrder pageOrder = ClientOrder.NONE;
    private long lastClientSeq;
    private long lastAnswerSeq;
    private int lateAnswers;
    private final Map<Integer, CurrentAnswer> answers = new LinkedHashMap<>();

    /** Takes in the next fact of the stream and the time of its row. */
    public void evolve(SessionFact fact, Instant at) {
        switch (fact) {
            case SessionAssigned it -> assigned = it;
            case SessionStarted it -> evolve(it, at);
            case SessionResumed it -> evolve(it, at);
            case AnswerSelected it -> evolve(it, at);
            case AnswerSuperseded it -> received(new ClientOrder(it.epoch(), it.clientSeq()), true, at);
            case PageChanged it -> evolve(it, at);
            case HeartbeatReceived it -> evolve(it, at);
            case SessionSubmitted it -> end(SessionStatus.SUBMITTED, at);
            case ExamClosed it -> {
                closeScoring = it.scoring();
                end(SessionStatus.CLOSED, at);
            }
            case SessionTimedOut it -> end(SessionStatus.TIMED_OUT, it.endedAt());
            case LateAnswerReceived it -> lateAnswers++;
        }
        lastFactAt = at;
    }

    private void evolve(SessionStarted fact, Instant at) {
        startedAt = at;
        deadline = fact.deadline();
        newEpoch(fact.epoch(), at);
    }

    private void evolve(SessionResumed fact, Instant at) {
        newEpoch(fact.epoch(), at);
    }

    private void newEpoch(int next, Instant at) {
        epoch = next;
        lastClientSeq = 0;
        lastAnswerSeq = 0;
        visibility = Visibility.VISIBLE;
        lastSignOfLife = at;
    }

    private void evolve(AnswerSelected fact, Instant at) {
        var order = new ClientOrder(fact.epoch(), fact.clientSeq());
        received(order, true, at);
        turnTo(fact.pageIndex(), order);
        var before = answers.get(fact.questionId());
        if (before == null) {
            answers.put(fact.questionId(), new CurrentAnswer(fact.optionIds(), order, at, 0));
        } else if (order.isAfter(before.order())) {
            answers.put(fact.questionId(), new CurrentAnswer(fact.optionIds(), order, at, before.changes() + 1));
        }
    }

    private void evolve(PageChanged fact, Instant at) {
        var order = new ClientOrder(fact.epoch(), fact.clientSeq());
        received(order, false, at);
        turnTo(fact.pageIndex(), order);
    }

    private void evolve(HeartbeatReceived fact, Instant at) {
        visibility = fact.visibility();
        lastSignOfLife = at;
        lastHeartbeat = at;
    }

    private void received(ClientOrder order, boolean answer, Instant at) {
        lastSignOfLife = at;
        if (order.epoch() == epoch) {
            visibility = Visibility.VISIBLE;
            lastClientSeq = Math.max(lastClientSeq, order.clientSeq());
            if (answer) {
                lastAnswerSeq = Math.max(lastAnswerSeq, order.clientSeq());
            }
        }
    }

    private void turnTo(int page, ClientOrder order) {
        if (order.isAfter(pageOrder)) {
            pageOrder = order;
            pageIndex = page;
        }
    }

    private void end(SessionStatus status, Instant at) {
        ended = status;
        endedAt = at;
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

    public int attempt() {
        return assignment().attempt();
    }

    public Paper paper() {
        return assignment().paper();
    }

    public int passPercentage() {
        return assignment().passPercentage();
    }

    private SessionAssigned assignment() {
        return Objects.requireNonNull(assigned, "the stream does not begin with SessionAssigned");
    }

    /** The newest epoch issued; 0 before the first start. */
    public int epoch() {
        return epoch;
    }

    /** The current page; 0 when the stored one is not on the paper. */
    public int pageIndex() {
        return pageIndex < paper().pages() ? pageIndex : 0;
    }

    /** Current answers by question id, cleared ones included. */
    public Map<Integer, CurrentAnswer> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** The chosen options of a question; empty when it is not answered or cleared. */
    public List<Integer> optionsOf(int questionId) {
        var answer = answers.get(questionId);
        return answer == null ? List.of() : answer.optionIds();
    }

    public int answered() {
        return (int) answers.values().stream().filter(CurrentAnswer::isAnswered).count();
    }

    /** Highest client sequence of the newest epoch, of answers and page changes; 0 = none yet. */
    public long lastClientSeq() {
        return lastClientSeq;
    }

    /** Highest client sequence of an answer of the newest epoch; 0 = none yet (R18). */
    public long lastAnswerSeq() {
        return lastAnswerSeq;
    }

    public int lateAnswers() {
        return lateAnswers;
    }

    public @Nullable Instant lastFactAt() {
        return lastFactAt;
    }

    public @Nullable Instant lastSignOfLife() {
        return lastSignOfLife;
    }

    public @Nullable Instant lastHeartbeat() {
        return lastHeartbeat;
    }

    public Visibility visibility() {
        return visibility;
    }

    public @Nullable CloseScoring closeScoring() {
        return closeScoring;
    }

    /** The instants from which status and times follow. */
    public SessionLife life() {
        var timing = assignment().timing();
        return new SessionLife(
                timing.opensAt(),
                timing.windowEndsAt(),
                timing.durationSeconds(),
                timing.graceSeconds(),
                startedAt,
                deadline,
                lastSignOfLife,
                visibility,
                ended,
                endedAt);
    }
}
