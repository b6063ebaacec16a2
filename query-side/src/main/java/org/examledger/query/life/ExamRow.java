package org.examledger.query.life;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.examledger.events.exam.AccessTokenRenewed;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.rules.OpeningTimes;
import org.jspecify.annotations.Nullable;

/**
 * What the read model remembers of an exam.
 *
 * @param lockedBy opaque id
 * @param ended CLOSED or CANCELLED; absent = nobody ended it before its time
 * @param position of the newest fact in this row
 */
public record ExamRow(
        UUID examId,
        String title,
        String category,
        String lockedBy,
        Instant lockedAt,
        Instant opensAt,
        @Nullable Instant windowEndsAt,
        @Nullable ExamStatus ended,
        @Nullable Instant endedAt,
        ExamContent content,
        long position) {

    static ExamRow of(ExamLocked fact, String author, Instant at, long position) {
        return new ExamRow(
                fact.examId(),
                fact.title(),
                fact.category(),
                author,
                at,
                opening(fact.opensAt(), fact.zone()),
                ending(fact.windowEndsAt(), fact.zone()),
                null,
                null,
                ExamContent.of(fact),
                position);
    }

    ExamRow after(ExamFact fact, Instant at, long next) {
        return switch (fact) {
            case ExamLocked it -> of(it, lockedBy, at, next);
            case WorkersAssigned it -> with(content, next);
            case ExamTimeExtended it -> with(content, next);
            case ExamRescheduled it -> rescheduled(it, next);
            case ExamClosedEarly it -> ended(ExamStatus.CLOSED, it.reason(), at, next);
            case ExamCancelled it -> ended(ExamStatus.CANCELLED, it.reason(), at, next);
            case AnswerKeyCorrected it -> with(content.after(it, at), next);
            case ReviewPolicyChanged it -> with(content.reviewed(it.reviewAfterEnd()), next);
            case AccessTokenRenewed it -> with(content.withAccessToken(), next);
        };
    }

    private ExamRow rescheduled(ExamRescheduled fact, long next) {
        return new ExamRow(
                examId,
                title,
                category,
                lockedBy,
                lockedAt,
                opening(fact.opensAt(), content.zone()),
                ending(fact.windowEndsAt(), content.zone()),
                ended,
                endedAt,
                content.after(fact),
                next);
    }

    private ExamRow ended(ExamStatus how, String reason, Instant at, long next) {
        return new ExamRow(
                examId,
                title,
                category,
                lockedBy,
                lockedAt,
                opensAt,
                windowEndsAt,
                how,
                at,
                content.endedFor(reason),
                next);
    }

    private ExamRow with(ExamContent changed, long next) {
        return new ExamRow(
                examId, title, category, lockedBy, lockedAt, opensAt, windowEndsAt, ended, endedAt, changed, next);
    }

    private static Instant opening(String written, String zone) {
        return OpeningTimes.opening(written, ZoneId.of(zone));
    }

    private static @Nullable Instant ending(@Nullable String written, String zone) {
        return written == null ? null : OpeningTimes.ending(written, ZoneId.of(zone));
    }
}
