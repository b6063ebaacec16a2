package org.examledger.query.life;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.ExamLocked;
import org.examledger.events.exam.ExamPackage;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.session.TimerPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What an exam consists of, as its facts leave it.
 *
 * @param opensAt a date or a date-time in the zone, as HC wrote it (R8)
 * @param windowEndsAt written the same way; absent = no end
 * @param questions with the key as it is now
 * @param packages empty = one question list
 * @param keyVersion 1 as locked; each correction brings the next (R14)
 * @param corrections the oldest first
 * @param endReason why HC closed or cancelled it
 */
public record ExamContent(
        String opensAt,
        @Nullable String windowEndsAt,
        String zone,
        int durationMinutes,
        int graceSeconds,
        int passPercentage,
        int questionsPerPage,
        TimerPolicy timerPolicy,
        boolean silentMayResume,
        boolean reviewAfterEnd,
        boolean accessTokenRequired,
        List<ExamQuestion> questions,
        List<ExamPackage> packages,
        int keyVersion,
        List<Correction> corrections,
        @Nullable String endReason) {

    /** A corrected answer of a question; none right = the question is void. */
    public record Correction(int keyVersion, int questionId, List<Integer> correct, String reason, Instant at) {}

    static ExamContent of(ExamLocked fact) {
        var packages = fact.packages();
        return new ExamContent(
                fact.opensAt(),
                fact.windowEndsAt(),
                fact.zone(),
                fact.durationMinutes(),
                fact.graceSeconds(),
                fact.passPercentage(),
                fact.questionsPerPage(),
                fact.timerPolicy(),
                fact.silentMayResume(),
                fact.reviewAfterEnd(),
                fact.accessToken() != null,
                fact.questions(),
                packages == null ? List.of() : packages,
                1,
                List.of(),
                null);
    }

    ExamContent after(ExamRescheduled fact) {
        return with(
                fact.opensAt(),
                fact.windowEndsAt(),
                reviewAfterEnd,
                accessTokenRequired,
                questions,
                keyVersion,
                corrections,
                endReason);
    }

    ExamContent after(AnswerKeyCorrected fact, Instant at) {
        var corrected = questions.stream()
                .map(it -> it.id() == fact.questionId() ? it.withCorrect(fact.correct()) : it)
                .toList();
        var correction = new Correction(fact.keyVersion(), fact.questionId(), fact.correct(), fact.reason(), at);
        return with(
                opensAt,
                windowEndsAt,
                reviewAfterEnd,
                accessTokenRequired,
                corrected,
                fact.keyVersion(),
                Stream.concat(corrections.stream(), Stream.of(correction)).toList(),
                endReason);
    }

    ExamContent reviewed(boolean atOnce) {
        return with(opensAt, windowEndsAt, atOnce, accessTokenRequired, questions, keyVersion, corrections, endReason);
    }

    ExamContent withAccessToken() {
        return with(opensAt, windowEndsAt, reviewAfterEnd, true, questions, keyVersion, corrections, endReason);
    }

    ExamContent endedFor(String reason) {
        return with(
                opensAt, windowEndsAt, reviewAfterEnd, accessTokenRequired, questions, keyVersion, corrections, reason);
    }

    private ExamContent with(
            String opening,
            @Nullable String windowEnding,
            boolean review,
            boolean token,
            List<ExamQuestion> asked,
            int version,
            List<Correction> corrected,
            @Nullable String ending) {
        return new ExamContent(
                opening,
                windowEnding,
                zone,
                durationMinutes,
                graceSeconds,
                passPercentage,
                questionsPerPage,
                timerPolicy,
                silentMayResume,
                review,
                token,
                asked,
                packages,
                version,
                corrected,
                ending);
    }
}
