package org.examledger.query.exams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.exam.ExamPackage;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.TimerPolicy;
import org.examledger.query.http.Millis;
import org.examledger.query.life.Counters;
import org.examledger.query.life.ExamContent;
import org.examledger.query.life.ExamRow;
import org.examledger.query.life.ExamStatus;
import org.examledger.query.responses.Rescorings;
import org.jspecify.annotations.Nullable;

/**
 * All that HC needs to know of an exam.
 *
 * @param opensAt resolved in the zone; {@code written} says what HC wrote
 * @param mine whether the caller locked it
 * @param endedAt when HC closed or cancelled it, and {@code endReason} why; absent = nobody did
 * @param questions with the key as it is now
 * @param keyVersion 1 as locked (R14)
 * @param workers one for each session, in no particular order
 * @param rescoring how far the scores have been computed again by the corrected key; absent = it is as it was locked
 * @param fanOut how far the newest change that concerns every session has come; absent = there was none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExamDetail(
        UUID examId,
        String title,
        String category,
        ExamStatus status,
        @Millis Instant opensAt,
        @Nullable @Millis Instant windowEndsAt,
        Written written,
        String zone,
        int durationMinutes,
        int graceSeconds,
        int passPercentage,
        int questionsPerPage,
        TimerPolicy timerPolicy,
        boolean silentMayResume,
        boolean reviewAfterEnd,
        boolean accessTokenRequired,
        boolean mine,
        @Millis Instant lockedAt,
        @Nullable @Millis Instant endedAt,
        @Nullable String endReason,
        List<ExamQuestion> questions,
        List<ExamPackage> packages,
        int keyVersion,
        List<Correction> corrections,
        List<Worker> workers,
        Counters counters,
        Rescorings.@Nullable Progress rescoring,
        FanOuts.@Nullable FanOut fanOut) {

    /** A date or a date-time in the zone (R8). */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Written(String opensAt, @Nullable String windowEndsAt) {}

    /** A worker on the exam; whoever was erased from the directory has neither worker id nor name. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Worker(
            UUID sessionId,
            @Nullable String workerId,
            @Nullable String name,
            SessionStatus status,
            int attempt,
            long allowedSeconds) {}

    /** A corrected answer of a question; none right = the question is void. */
    record Correction(
            int keyVersion,
            int questionId,
            List<Integer> correct,
            String reason,
            @Millis Instant at) {
        static Correction of(ExamContent.Correction it) {
            return new Correction(it.keyVersion(), it.questionId(), it.correct(), it.reason(), it.at());
        }
    }

    static ExamDetail of(
            ExamRow exam,
            Counters counters,
            List<Worker> workers,
            Rescorings.@Nullable Progress rescoring,
            FanOuts.@Nullable FanOut fanOut,
            String caller,
            Instant now) {
        var content = exam.content();
        return new ExamDetail(
                exam.examId(),
                exam.title(),
                exam.category(),
                ExamStatus.of(exam, counters, now),
                exam.opensAt(),
                exam.windowEndsAt(),
                new Written(content.opensAt(), content.windowEndsAt()),
                content.zone(),
                content.durationMinutes(),
                content.graceSeconds(),
                content.passPercentage(),
                content.questionsPerPage(),
                content.timerPolicy(),
                content.silentMayResume(),
                content.reviewAfterEnd(),
                content.accessTokenRequired(),
                exam.lockedBy().equals(caller),
                exam.lockedAt(),
                exam.endedAt(),
                content.endReason(),
                content.questions(),
                content.packages(),
                content.keyVersion(),
                content.corrections().stream().map(Correction::of).toList(),
                workers,
                counters,
                rescoring,
                fanOut);
    }
}
