package org.examledger.query.world;

import java.time.Instant;
import java.util.UUID;
import org.examledger.events.Actor;
import org.examledger.events.StreamId;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.pool.PoolFact;
import org.examledger.events.pool.PoolGenerationRequested;
import org.examledger.events.pool.PoolPublished;
import org.examledger.events.rules.PoolName;
import org.examledger.events.session.SessionFact;

/** Lets a test tell what happened; each call appends one fact and returns its position. */
public final class Story {
    public static final Actor HC = new Actor("hc-9", Actor.Role.HC);

    private final TestLog log;

    public Story(TestLog log) {
        this.log = log;
    }

    /** An exam is locked, without showing right answers before its window ends. */
    public UUID exam(String title) {
        return exam(title, false);
    }

    public UUID exam(String title, boolean reviewAfterEnd) {
        return exam(Facts.examLocked(title, reviewAfterEnd));
    }

    public UUID exam(ExamLocked fact) {
        var examId = fact.examId();
        log.append(StreamId.ofExam(examId), fact, Facts.OPENS.minusSeconds(600), HC);
        return examId;
    }

    /** Something happens to an exam. */
    public long exam(UUID examId, ExamFact fact, Instant at) {
        return log.append(StreamId.ofExam(examId), fact, at, HC);
    }

    public UUID assigned(UUID examId, String person) {
        var sessionId = UUID.randomUUID();
        log.append(
                StreamId.ofSession(sessionId),
                Facts.assigned(sessionId, examId, person),
                Facts.OPENS.minusSeconds(300),
                HC);
        return sessionId;
    }

    /** A session of a worker who started it at that time, in epoch 1. */
    public UUID started(UUID examId, String person, Instant at) {
        var sessionId = assigned(examId, person);
        session(sessionId, Facts.started(1, at), at);
        return sessionId;
    }

    public long session(UUID sessionId, SessionFact fact, Instant at) {
        return log.append(StreamId.ofSession(sessionId), fact, at, new Actor("somebody", Actor.Role.WORKER));
    }

    public long draft(UUID draftId, DraftFact fact, Instant at, String author) {
        return log.append(StreamId.ofDraft(draftId), fact, at, new Actor(author, Actor.Role.HC));
    }

    public long pool(PoolPublished fact, Instant at) {
        return pool(fact.technology(), fact.level(), fact, at);
    }

    public long pool(PoolGenerationRequested fact, Instant at) {
        return pool(fact.technology(), fact.level(), fact, at);
    }

    public long pool(String technology, String level, PoolFact fact, Instant at) {
        return log.append(StreamId.ofPool(new PoolName(technology, level).path()), fact, at, Actor.SYSTEM);
    }

    /** What all read models must have reached to show everything told so far. */
    public long head() {
        return log.head();
    }
}
