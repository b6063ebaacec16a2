package org.examledger.command.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.exam.ExamTimeExtended;
import org.examledger.events.exam.ReviewPolicyChanged;
import org.examledger.events.exam.WorkersAssigned;
import org.junit.jupiter.api.Test;

class TermsOfExamsTest {
    private final ListInMemory list = new ListInMemory();
    private final ExamsOfATest exams = new ExamsOfATest();
    private final TermsOfExams terms = new TermsOfExams(exams.exams(), list);

    @Test
    void all_are_told_when_everything_that_concerns_them_is_listed_and_done() {
        exams.store(ExamSpec.locked(null, List.of(31)), new WorkersAssigned(List.of(ExamSpec.FIRST), null));
        assertThat(terms.hasToldAll(ExamSpec.EXAM)).as("not even listed").isFalse();

        list.add(ExamSpec.EXAM, 1, FanOutKind.ASSIGN, 1);
        assertThat(terms.hasToldAll(ExamSpec.EXAM)).as("listed").isFalse();
        list.reached(ExamSpec.EXAM, 1, 1);
        assertThat(terms.hasToldAll(ExamSpec.EXAM)).isTrue();

        exams.store(new ReviewPolicyChanged(true, "concerns no session", null));
        assertThat(terms.hasToldAll(ExamSpec.EXAM)).isTrue();
        exams.store(new ExamTimeExtended(60, "noise", true, null));
        assertThat(terms.hasToldAll(ExamSpec.EXAM)).isFalse();
    }

    /** What is counted as concerning sessions is what is carried out. */
    @Test
    void each_fact_that_concerns_sessions_is_carried_out_and_no_other() {
        for (var fact : new ExamFact[] {
            new WorkersAssigned(List.of(), null),
            new ExamTimeExtended(60, "noise", true, null),
            new ReviewPolicyChanged(true, "asked for", null)
        }) {
            var events =
                    List.of(ExamsOfATest.event(0, ExamSpec.locked(null, List.of(31))), ExamsOfATest.event(1, fact));
            assertThat(FanOut.in(events).size()).isEqualTo(FanOut.concerns(fact) ? 1 : 0);
        }
    }
}
