package org.examledger.faults.check;

import java.util.ArrayList;
import java.util.List;

/** Judges what is left after a fault by all invariants. */
public final class Checker {
    /** More of the same tell nobody anything. */
    private static final int SHOWN = 5;

    private static final List<Invariant> INVARIANTS = List.of(
            new OnceInTheLog(),
            new NothingUnasked(),
            new LastAnswerWins(),
            new NoHoles(),
            new OneEnd(),
            new ModelsEqualTheLog(),
            new AnsweredCount(),
            new Sealed(),
            new ReadsShowWrites(),
            new NoStrangeReply());

    private Checker() {}

    /**
     * Judges.
     *
     * @param promises broken promises of the fault itself beyond the invariants
     * @param evidence that the fault landed
     */
    public static Verdict judge(Findings findings, List<String> promises, List<Evidence> evidence) {
        var violations = new ArrayList<>(promises);
        INVARIANTS.forEach(it -> {
            var found = it.violations(findings);
            found.stream().limit(SHOWN).forEach(what -> violations.add(it.name() + " " + what));
            if (found.size() > SHOWN) {
                violations.add(it.name() + " and " + (found.size() - SHOWN) + " more");
            }
        });
        if (!violations.isEmpty()) {
            return new Verdict(Verdict.Kind.VIOLATED, violations);
        }
        var missing =
                evidence.stream().filter(it -> !it.landed()).map(Evidence::what).toList();
        if (evidence.isEmpty()) {
            return new Verdict(Verdict.Kind.INCONCLUSIVE, List.of("no evidence was looked for"));
        }
        return missing.isEmpty()
                ? new Verdict(Verdict.Kind.VALID, List.of())
                : new Verdict(Verdict.Kind.INCONCLUSIVE, missing);
    }
}
