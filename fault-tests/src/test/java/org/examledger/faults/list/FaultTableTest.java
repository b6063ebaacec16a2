package org.examledger.faults.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.examledger.faults.check.Evidence;
import org.examledger.faults.check.Verdict;
import org.junit.jupiter.api.Test;

class FaultTableTest {
    private static final List<String> PAGE = List.of(
            "# Faults", "", "| # | fault |", "|---|---|", "| 3 | cut | old |", "| 12 | stopped | old |", "", "More.");

    private static Trial trial(int number, Verdict verdict) {
        return new Trial(
                number,
                "struck",
                verdict,
                77,
                Duration.ofSeconds(9),
                Map.of("kills", 2L, "errors", 4L),
                List.of(new Evidence(true, "it a|b landed"), new Evidence(true, "twice")));
    }

    @Test
    void a_run_replaces_the_rows_of_what_it_ran_and_keeps_the_others_in_order() {
        var valid = trial(3, new Verdict(Verdict.Kind.VALID, List.of()));
        var violated = trial(7, new Verdict(Verdict.Kind.VIOLATED, List.of("I1 lost", "I3 too")));

        assertThat(FaultTable.updated(PAGE, List.of(violated, valid), Size.LONG, LocalDate.of(2026, 11, 22)))
                .containsExactly(
                        "# Faults",
                        "",
                        "| # | fault |",
                        "|---|---|",
                        "| 3 | struck | VALID | errors 4, kills 2 | it a/b landed; twice | 77 | long, 2026-11-22, 9 s |",
                        "| 7 | struck | VIOLATED: I1 lost | errors 4, kills 2 | it a/b landed; twice | 77 | long, 2026-11-22, 9 s |",
                        "| 12 | stopped | old |",
                        "",
                        "More.");
    }
}
