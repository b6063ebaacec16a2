package org.examledger.command.draft;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.examledger.command.handling.PortalNumbers;
import org.examledger.command.handling.Refusal;

/** The numbers under which the portal's page shall know the sessions of a draft's workers: each for one session only. */
final class NumbersOfDraft {
    private NumbersOfDraft() {}

    /** What is wrong with them as they stand in the draft. */
    static List<Refusal.Field> reasonsAgainst(DraftState draft) {
        var reasons = new TreeSet<String>();
        var seen = new TreeSet<Integer>();
        for (var worker : draft.workers().values()) {
            var number = worker.portalSessionId();
            if (number != null && number < 1) {
                reasons.add("portalSessionId must be 1 to " + Integer.MAX_VALUE);
            } else if (number != null && !seen.add(number)) {
                reasons.add("portalSessionId " + number + " is named twice");
            }
        }
        return reasons.stream().map(NumbersOfDraft::against).toList();
    }

    /** Takes them for the exam, as the last step before it is locked; what belongs to others keeps it from being locked. */
    static List<Refusal.Field> take(UUID examId, DraftState draft, PortalNumbers numbers) {
        var wanted = new TreeMap<Integer, String>();
        for (var worker : draft.workers().values()) {
            if (worker.portalSessionId() != null) {
                wanted.put(worker.portalSessionId(), worker.person());
            }
        }
        var others = wanted.isEmpty() ? Set.<Integer>of() : numbers.take(examId, wanted);
        return new TreeSet<>(others)
                .stream()
                        .map(number -> against("portalSessionId " + number + " belongs to another session"))
                        .toList();
    }

    private static Refusal.Field against(String message) {
        return new Refusal.Field("workers", message);
    }
}
