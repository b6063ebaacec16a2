package org.examledger.events.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.examledger.events.Fact;
import org.examledger.events.Remembered;
import org.examledger.events.draft.DraftFact;
import org.examledger.events.exam.ExamFact;
import org.examledger.events.log.LogFact;
import org.examledger.events.person.PersonFact;
import org.examledger.events.pool.PoolFact;
import org.examledger.events.session.SessionFact;
import org.junit.jupiter.api.Test;

class FactCatalogTest {
    /** The vocabulary of the domain: every fact that may be named here, also those that nothing writes yet. */
    private static final Set<String> VOCABULARY = Set.of(
            "SessionAssigned",
            "SessionRescheduled",
            "SessionStarted",
            "SessionResumed",
            "AnswerSelected",
            "AnswerSuperseded",
            "PageChanged",
            "HeartbeatReceived",
            "SessionSubmitted",
            "ExamClosed",
            "TimeExtended",
            "SessionAbandoned",
            "SessionFellSilent",
            "SessionTimedOut",
            "SessionReopened",
            "LateAnswersAccepted",
            "SessionReset",
            "WorkerWithdrawn",
            "SessionCancelled",
            "LateAnswerReceived",
            "DraftStarted",
            "DraftRevised",
            "DraftLocked",
            "DraftDiscarded",
            "DraftExpired",
            "ExamLocked",
            "WorkersAssigned",
            "ExamRescheduled",
            "ExamClosedEarly",
            "ExamCancelled",
            "ExamTimeExtended",
            "AnswerKeyCorrected",
            "ReviewPolicyChanged",
            "AccessTokenRenewed",
            "PoolGenerationRequested",
            "PoolPublished",
            "PoolGenerationFailed",
            "LogRestored",
            "PersonErased");

    @Test
    void no_two_facts_have_the_same_name_and_revision() {
        assertThat(repeated(FactCatalog.entries())).isEmpty();
    }

    /** The twin. */
    @Test
    void a_name_given_twice_would_be_noticed() {
        var entry = FactCatalog.entries().getFirst();

        assertThat(repeated(List.of(entry, new FactCatalog.Entry(entry.name(), entry.revision(), Fact.class))))
                .containsExactly("SessionAssigned 1");
    }

    @Test
    void names_are_those_of_the_domain() {
        assertThat(FactCatalog.entries()).extracting(FactCatalog.Entry::name).isSubsetOf(VOCABULARY);
    }

    /** A name in the log outlives every class; a fact that is renamed or lost here breaks logs that exist. */
    @Test
    void what_is_remembered_so_far_stays_remembered() {
        assertThat(FactCatalog.entries())
                .extracting(FactCatalog.Entry::name)
                .contains(
                        "SessionAssigned",
                        "SessionStarted",
                        "SessionResumed",
                        "AnswerSelected",
                        "AnswerSuperseded",
                        "PageChanged",
                        "HeartbeatReceived",
                        "SessionSubmitted",
                        "ExamClosed",
                        "SessionTimedOut",
                        "LateAnswerReceived",
                        "SessionRescheduled",
                        "TimeExtended",
                        "SessionAbandoned",
                        "SessionFellSilent",
                        "SessionReopened",
                        "LateAnswersAccepted",
                        "SessionReset",
                        "WorkerWithdrawn",
                        "SessionCancelled",
                        "ExamLocked",
                        "WorkersAssigned",
                        "ExamRescheduled",
                        "ExamTimeExtended",
                        "ExamClosedEarly",
                        "ExamCancelled",
                        "AnswerKeyCorrected",
                        "ReviewPolicyChanged",
                        "AccessTokenRenewed",
                        "DraftStarted",
                        "DraftRevised",
                        "DraftLocked",
                        "DraftDiscarded",
                        "DraftExpired",
                        "PoolGenerationRequested",
                        "PoolPublished",
                        "PoolGenerationFailed",
                        "LogRestored",
                        "PersonErased");
    }

    @Test
    void every_fact_of_every_family_says_under_which_name_it_is_remembered() {
        for (var family : List.of(
                SessionFact.class, ExamFact.class, DraftFact.class, PoolFact.class, PersonFact.class, LogFact.class)) {
            for (var fact : family.getPermittedSubclasses()) {
                assertThat(fact).hasAnnotation(Remembered.class);
                assertThat(FactCatalog.entries())
                        .extracting(FactCatalog.Entry::type)
                        .contains(fact.asSubclass(Fact.class));
            }
        }
    }

    @Test
    void revisions_count_from_1() {
        assertThat(FactCatalog.entries())
                .allSatisfy(entry -> assertThat(entry.revision()).isPositive());
    }

    private static List<String> repeated(List<FactCatalog.Entry> entries) {
        var seen = new HashSet<String>();
        return entries.stream()
                .map(entry -> entry.name() + " " + entry.revision())
                .filter(name -> !seen.add(name))
                .toList();
    }
}
