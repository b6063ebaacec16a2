package org.examledger.endtoend.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.examlog.GeneratedExamLog;
import org.examledger.endtoend.examlog.Seeds;
import org.examledger.endtoend.stub.Plant;
import org.examledger.endtoend.stub.StubLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayVerdictTest {
    private static final int STUDENTS = 60;
    private static final Map<Plant, String> WORDS = Map.ofEntries(
            Map.entry(Plant.LOSES_AN_ACKNOWLEDGED_ANSWER, "is lost"),
            Map.entry(Plant.LOSES_AN_ACKNOWLEDGED_PAGE_CHANGE, "is lost"),
            Map.entry(Plant.STORES_A_REPEATED_COMMAND_AGAIN, "number of facts of client sequence"),
            Map.entry(Plant.STORES_ANOTHER_OPTION, "options of the fact"),
            Map.entry(Plant.INVENTS_AN_ANSWER, "nobody sent"),
            Map.entry(Plant.LEAVES_A_HOLE_IN_THE_STREAM, "sequence of event 6"),
            Map.entry(Plant.LETS_THE_LAST_ARRIVAL_WIN, "answers of resume"),
            Map.entry(Plant.SAYS_STORED_FOR_SUPERSEDED, "but its receipts said"),
            Map.entry(Plant.SHOWS_ANOTHER_OPTION, "answers of resume"),
            Map.entry(Plant.SHOWS_ANOTHER_PAGE, "page of resume"),
            Map.entry(Plant.SCORES_ANOTHER_KEY, "score of result"),
            Map.entry(Plant.COUNTS_ONE_ANSWER_LESS_IN_THE_MONITOR, "answered in monitor"),
            Map.entry(Plant.FORGETS_THE_SUBMIT, "number of SessionSubmitted"));

    @ParameterizedTest
    @EnumSource(names = {"NOTHING", "LOSES_REPLIES_AND_IS_BUSY"})
    void a_service_without_a_fault_has_no_differences(Plant harmless) {
        assertThat(judge(harmless).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOTHING", "LOSES_REPLIES_AND_IS_BUSY"})
    void a_planted_fault_is_found_and_named(Plant fault) {
        var verdict = judge(fault);

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.toString()).contains(WORDS.get(fault));
    }

    @Test
    void lost_replies_were_really_lost_and_their_commands_repeated() {
        try (var stub = new StubLedger(Plant.LOSES_REPLIES_AND_IS_BUSY);
                var client = new LedgerClient(stub.baseUrl())) {
            var replayed = replay(client, 20, 17);

            assertThat(client.unknownOutcomes()).isPositive();
            assertThat(client.putOff()).isPositive();
            assertThat(replayed.tally().acknowledged.sum())
                    .isEqualTo(replayed.tally().answers.sum()
                            + replayed.tally().pageChanges.sum()
                            + replayed.tally().duplicates.sum()
                            + replayed.tally().submits.sum());
        }
    }

    @Test
    void a_service_that_is_gone_is_a_difference_for_every_student() {
        var gone = new StubLedger(Plant.NOTHING);
        try (var client = new LedgerClient(gone.baseUrl(), Duration.ofMillis(50))) {
            var log = GeneratedExamLog.of(3, 4);
            var sittings = log.students().stream()
                    .map(student -> new Sitting(student, "none"))
                    .toList();
            gone.close();
            for (var sitting : sittings) {
                var plan = ArrivalPlan.of(sitting.clicks(), 0, Seeds.of(4, 4));
                new StudentReplay(client, sitting, plan, new Tally()).run();
            }

            assertThat(sittings)
                    .allSatisfy(sitting -> assertThat(sitting.troubles()).isNotEmpty());
        }
    }

    private static ReplayVerdict judge(Plant plant) {
        var seed = ThreadLocalRandom.current().nextLong(1_000_000);
        System.out.println("ReplayVerdictTest " + plant + " seed " + seed);
        try (var stub = new StubLedger(plant);
                var client = new LedgerClient(stub.baseUrl())) {
            var students = plant == Plant.LOSES_REPLIES_AND_IS_BUSY ? 20 : STUDENTS;
            return ReplayVerdict.of(client, replay(client, students, seed));
        }
    }

    private static ReplayedExam replay(LedgerClient client, int students, long seed) {
        return new Replay(client, GeneratedExamLog.of(students, seed), ReplayOptions.of(students, 24, seed)).run();
    }
}
