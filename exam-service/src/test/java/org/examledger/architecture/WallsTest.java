package org.examledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final String PLANTED = House.plantedRoot("walls");

    @Test
    void the_rules_see_every_module_that_has_code() {
        assertThat(House.classes().contain("org.examledger.events.rules.SessionState"))
                .isTrue();
        assertThat(House.classes().contain("org.examledger.command.session.ExamSession"))
                .isTrue();
        assertThat(House.classes().contain("org.examledger.service.ExamLedger")).isTrue();
        assertThat(House.classes().contain(WallsTest.class.getName())).isFalse();
    }

    @Test
    void shared_events_depends_on_the_jdk_and_jspecify_only() {
        Walls.eventsStandAlone(House.ROOT).check(House.classes());
    }

    @Test
    void an_event_that_knows_jackson_is_caught() {
        assertCaught(Walls.eventsStandAlone(PLANTED), "EventsThatKnowJackson");
    }

    @Test
    void proofs_depend_on_the_jdk_and_jspecify_only() {
        Walls.proofsStandAlone(House.ROOT).check(House.classes());
        Walls.verifierKnowsProofsOnly(House.ROOT).check(House.classes());
    }

    @Test
    void a_proof_that_knows_the_store_or_reads_json_is_caught() {
        assertCaught(Walls.proofsStandAlone(PLANTED), "ProofThatReadsJson");
        assertCaught(Walls.verifierKnowsProofsOnly(PLANTED), "VerifierThatKnowsTheStore");
    }

    @Test
    void the_event_store_depends_on_no_module_of_ours_but_proofs() {
        Walls.storeKnowsNobody(House.ROOT).check(House.classes());
    }

    @Test
    void a_store_that_knows_facts_is_caught() {
        assertCaught(Walls.storeKnowsNobody(PLANTED), "StoreThatKnowsFacts");
    }

    @Test
    void the_command_side_depends_on_neither_read_models_nor_store_nor_service() {
        Walls.commandSideKnowsFactsOnly(House.ROOT).check(House.classes());
    }

    @Test
    void a_command_that_reads_a_read_model_is_caught() {
        assertCaught(Walls.commandSideKnowsFactsOnly(PLANTED), "CommandThatReadsModels");
    }

    @Test
    void the_query_side_depends_on_neither_commands_nor_store_nor_service() {
        Walls.querySideKnowsFactsOnly(House.ROOT).check(House.classes());
    }

    @Test
    void a_query_that_sends_commands_is_caught() {
        assertCaught(Walls.querySideKnowsFactsOnly(PLANTED), "QueryThatDecides");
        assertCaught(Walls.querySideKnowsFactsOnly(PLANTED), "QueryThatKnowsTheService");
    }

    @Test
    void nobody_depends_on_the_service() {
        Walls.nobodyKnowsTheService(House.ROOT).check(House.classes());
    }

    @Test
    void a_room_that_knows_its_wiring_is_caught() {
        assertCaught(Walls.nobodyKnowsTheService(PLANTED), "QueryThatKnowsTheService");
    }

    private static void assertCaught(ArchRule rule, String culprit) {
        assertThat(House.violations(rule, House.planted("walls")))
                .anySatisfy(it -> assertThat(it).contains(culprit));
    }
}
