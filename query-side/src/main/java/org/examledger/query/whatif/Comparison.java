package org.examledger.query.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.people.Names;
import org.examledger.query.people.People;
import org.examledger.query.responses.ScoredSession;
import org.examledger.query.responses.ScoresOfExam;
import org.examledger.query.responses.Standing;
import org.jspecify.annotations.Nullable;

/** Compares each session's score with the one it would have; keeps no more of them than one page of changes. */
final class Comparison {
    private final Supposition supposition;
    private final Page page;
    private final Instant now;
    private final Duration silence;
    private final OutcomeSum before = new OutcomeSum();
    private final OutcomeSum after = new OutcomeSum();
    private final List<Change> kept = new ArrayList<>();
    private int changed;
    private int passInstead;
    private int failInstead;
    private boolean more;

    Comparison(Supposition supposition, Page page, Instant now, Duration silence) {
        this.supposition = supposition;
        this.page = page;
        this.now = now;
        this.silence = silence;
    }

    /**
     * Which of the changes are told.
     *
     * @param after exclusive; absent = from the start
     * @param resultOnly leaves out those whose result stays the same
     */
    record Page(@Nullable UUID after, int limit, boolean resultOnly) {
        /** PostgreSQL orders ids as their texts are ordered; {@link UUID#compareTo} does not. */
        boolean isBehind(UUID id) {
            return after == null || id.toString().compareTo(after.toString()) > 0;
        }
    }

    private record Change(ScoredSession session, SessionStatus status, Standing before, Standing after) {
        boolean isOfResult() {
            return !Objects.equals(before.passed(), after.passed());
        }
    }

    void take(ScoresOfExam scores, List<ScoredSession> sessions) {
        var supposed = scores.supposing(supposition.keys(), sessions);
        for (int place = 0; place < sessions.size(); place++) {
            compare(sessions.get(place), supposed.get(place));
        }
    }

    private void compare(ScoredSession session, ScoredSession supposed) {
        var status = session.row().life().statusAt(now, silence);
        var is = session.standing(status);
        if (is.score() == null) {
            return;
        }
        var wouldBe = supposed.standing(status, supposition.passPercentageOf(session));
        before.add(is);
        after.add(wouldBe);
        if (!is.equals(wouldBe)) {
            changed(new Change(session, status, is, wouldBe));
        }
    }

    private void changed(Change change) {
        changed++;
        if (change.isOfResult()) {
            passInstead += Boolean.TRUE.equals(change.after().passed()) ? 1 : 0;
            failInstead += Boolean.TRUE.equals(change.before().passed()) ? 1 : 0;
        }
        if (page.isBehind(change.session().row().sessionId()) && (change.isOfResult() || !page.resultOnly())) {
            more = kept.size() == page.limit();
            if (!more) {
                kept.add(change);
            }
        }
    }

    WhatIf result(ScoresOfExam scores, People people) {
        var names = Names.of(
                people, kept.stream().map(it -> it.session().row().person()).toList());
        return new WhatIf(
                scores.exam().examId(),
                scores.exam().content().keyVersion(),
                before.sessions(),
                changed,
                passInstead,
                failInstead,
                before.outcome(),
                after.outcome(),
                kept.stream().map(it -> told(it, names)).toList(),
                more ? kept.getLast().session().row().sessionId().toString() : null);
    }

    private static WhatIf.SessionChange told(Change change, Names names) {
        var row = change.session().row();
        return new WhatIf.SessionChange(
                row.sessionId(),
                names.workerIdOf(row.person()),
                names.nameOf(row.person()),
                change.status(),
                change.before(),
                change.after());
    }
}
