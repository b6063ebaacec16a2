package org.examledger.query.world;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.examledger.events.exam.AccessToken;
import org.examledger.events.exam.AccessTokenRenewed;
import org.examledger.events.exam.AnswerKeyCorrected;
import org.examledger.events.exam.AssignedWorker;
import org.examledger.events.exam.ExamCancelled;
import org.examledger.events.exam.ExamClosedEarly;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamRescheduled;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.exam.WorkersAssigned;
import org.examledger.events.session.CloseScoring;

/** What HC does to one exam, of every kind, the same again for the same seed; half of it corrects the key. */
public final class RandomExam {
    private final Random random;
    private int keyVersion = 1;

    public RandomExam(Random random) {
        this.random = random;
    }

    public ExamFact next() {
        return switch (random.nextInt(14)) {
            case 0 ->
                new ExamRescheduled("2026-05-04T09:00", random.nextBoolean() ? "2026-05-05" : null, "moved", null);
            case 1 -> new ExamTimeExtended(300, "noise", true, null);
            case 2 ->
                new WorkersAssigned(List.of(new AssignedWorker("p-" + random.nextInt(9), UUID.randomUUID(), 5)), null);
            case 3 -> new AccessTokenRenewed(new AccessToken("00ff", 1000, "ff00"), null);
            case 4 -> new ReviewPolicyChanged(random.nextBoolean(), "asked for", null);
            case 5 -> new ExamClosedEarly("fire alarm", CloseScoring.ZERO, null);
            case 6 -> new ExamCancelled("no room", null);
            default -> corrected();
        };
    }

    private ExamFact corrected() {
        keyVersion++;
        var question = random.nextInt(11, 15);
        var keys = List.of(List.of(1), List.of(2, 3), List.<Integer>of(), List.of(4), List.of(1, 4));
        return new AnswerKeyCorrected(question, keys.get(random.nextInt(keys.size())), keyVersion, "wrong key", null);
    }
}
