package org.examledger.events.exam;

import java.util.List;
import java.util.UUID;
import org.examledger.events.Remembered;
import org.examledger.events.session.TimerPolicy;
import org.jspecify.annotations.Nullable;

/**
 * An exam's content was frozen.
 *
 * @param opensAt a date ({@code 2026-12-01}) or a date-time ({@code 2026-12-01T08:00}) in the zone, as HC wrote it (R8)
 * @param windowEndsAt written the same way; absent = no end
 * @param zone IANA id
 * @param reviewAfterEnd whether right answers are shown at once after the end
 * @param questions all questions, those of packages too, in the author's order
 * @param packages which questions belong together; absent = one question list, which everyone gets in full
 * @param seed from which papers are assembled: paper = f(this fact, worker, attempt, seed)
 * @param accessToken what has to be known for the first start (R16); absent = nothing
 */
@Remembered(name = "ExamLocked")
public record ExamLocked(
        UUID examId,
        String title,
        String category,
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
        List<ExamQuestion> questions,
        @Nullable List<ExamPackage> packages,
        long seed,
        @Nullable AccessToken accessToken,
        @Nullable UUID commandId)
        implements ExamFact {
    public ExamLocked {
        questions = List.copyOf(questions);
        packages = packages == null ? null : List.copyOf(packages);
    }
}
