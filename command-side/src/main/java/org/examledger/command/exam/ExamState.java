package org.examledger.command.exam;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.examledger.events.exam.AccessToken;
import org.examledger.events.exam.AccessTokenRenewed;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.OpeningTimes;
import org.examledger.events.session.Paper;
import org.examledger.events.session.Timing;
import org.jspecify.annotations.Nullable;

/** An exam as its facts tell it; evolving is silent and total, and done by one thread before anybody else looks. */
public final class ExamState {
    private @Nullable ExamLocked locked;
    private @Nullable Papers papers;
    private String opensAt = "";
    private @Nullable String windowEndsAt;
    private int extensionSeconds;
    private boolean reviewAfterEnd;
    private @Nullable AccessToken accessToken;
    private @Nullable End end;
    private int keyVersion = 1;
    private int changesForAll;
    private final Map<Integer, List<Integer>> keys = new HashMap<>();
    private final Map<String, AssignedWorker> workers = new LinkedHashMap<>();
    private final Map<UUID, ExamFact> seen = new HashMap<>();

    /** What ended an exam for everybody before its time. */
    public enum End {
        CLOSED,
        CANCELLED
    }

    void evolve(ExamFact fact) {
        switch (fact) {
            case ExamLocked it -> evolve(it);
            case WorkersAssigned it -> it.workers().forEach(worker -> workers.putIfAbsent(worker.person(), worker));
            case ExamRescheduled it -> {
                opensAt = it.opensAt();
                windowEndsAt = it.windowEndsAt();
            }
            case ExamTimeExtended it -> extensionSeconds += it.includeNotStarted() ? it.seconds() : 0;
            case ExamClosedEarly it -> end = End.CLOSED;
            case ExamCancelled it -> end = End.CANCELLED;
            case AnswerKeyCorrected it -> {
                keys.put(it.questionId(), it.correct());
                keyVersion = it.keyVersion();
            }
            case ReviewPolicyChanged it -> reviewAfterEnd = it.reviewAfterEnd();
            case AccessTokenRenewed it -> accessToken = it.accessToken();
        }
        changesForAll += FanOut.concerns(fact) ? 1 : 0;
        if (fact.commandId() != null) {
            seen.putIfAbsent(fact.commandId(), fact);
        }
    }

    private void evolve(ExamLocked fact) {
        locked = fact;
        papers = new Papers(fact);
        opensAt = fact.opensAt();
        windowEndsAt = fact.windowEndsAt();
        reviewAfterEnd = fact.reviewAfterEnd();
        accessToken = fact.accessToken();
        fact.questions().forEach(question -> keys.put(question.id(), question.correct()));
    }

    public ExamLocked locked() {
        return Objects.requireNonNull(locked, "an exam begins with ExamLocked");
    }

    /** The paper of one worker's attempt. */
    public Paper paper(String person, int attempt) {
        return Objects.requireNonNull(papers, "an exam begins with ExamLocked").of(person, attempt);
    }

    /**
     * The times of a session that begins now, for a late worker or after a reset: the exam's current window, and its
     * duration with the worker's extra minutes and with every extension that reached those who had not started.
     */
    public Timing timing(String person) {
        var worker = workers.get(person);
        var minutes = locked().durationMinutes() + (worker == null ? 0 : worker.extraMinutes());
        return new Timing(
                opensAt(),
                windowEndsAt(),
                locked().zone(),
                60 * minutes + extensionSeconds,
                locked().graceSeconds(),
                locked().timerPolicy(),
                locked().silentMayResume() ? null : false);
    }

    Instant opensAt() {
        return OpeningTimes.opening(opensAt, ZoneId.of(locked().zone()));
    }

    @Nullable
    Instant windowEndsAt() {
        return windowEndsAt == null ? null : OpeningTimes.ending(windowEndsAt, ZoneId.of(locked().zone()));
    }

    public int passPercentage() {
        return locked().passPercentage();
    }

    /** What has to be known for a first start; absent = nothing (R16). */
    public @Nullable AccessToken accessToken() {
        return accessToken;
    }

    /** What ended the exam for everybody; absent = nothing did. */
    public @Nullable End end() {
        return end;
    }

    boolean reviewAfterEnd() {
        return reviewAfterEnd;
    }

    int extensionSeconds() {
        return extensionSeconds;
    }

    /** How many facts all sessions had to hear of. */
    int changesForAll() {
        return changesForAll;
    }

    /** Version of the key; as locked it is 1. */
    int keyVersion() {
        return keyVersion;
    }

    /** Ids of the right options as they count now; empty for a question that was voided. */
    List<Integer> correct(int questionId) {
        return keys.getOrDefault(questionId, List.of());
    }

    Optional<ExamQuestion> question(int questionId) {
        return locked().questions().stream().filter(it -> it.id() == questionId).findAny();
    }

    /** Everyone who was put on the exam, in that order. */
    Collection<AssignedWorker> workers() {
        return Collections.unmodifiableCollection(workers.values());
    }

    Optional<AssignedWorker> worker(String person) {
        return Optional.ofNullable(workers.get(person));
    }

    /** The fact that a command with this id brought, when there was one (R2). */
    Optional<ExamFact> seen(@Nullable UUID commandId) {
        return commandId == null ? Optional.empty() : Optional.ofNullable(seen.get(commandId));
    }
}
