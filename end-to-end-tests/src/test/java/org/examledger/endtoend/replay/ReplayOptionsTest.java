package org.examledger.endtoend.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayOptionsTest {
    @Test
    void every_option_can_be_named() {
        var options = ReplayOptions.parse(
                "--base-url=http://localhost:8080",
                "--students=12",
                "--parallelism=7",
                "--seed=99",
                "--submit-share=0.25");

        assertThat(options)
                .isEqualTo(new ReplayOptions(Optional.of(URI.create("http://localhost:8080")), 12, 7, 99, 0.25));
    }

    @Test
    void without_options_the_whole_exam_runs_on_a_service_of_its_own() {
        assertThat(ReplayOptions.parse()).isEqualTo(new ReplayOptions(Optional.empty(), 1_575, 48, 1, 0.8));
    }

    @Test
    void a_misspelt_option_is_refused_with_the_usage() {
        assertThatThrownBy(() -> ReplayOptions.parse("--student=12")).hasMessageContaining("--students=");
        assertThatThrownBy(() -> ReplayOptions.parse("help")).hasMessageContaining("RealExamReplay [");
        assertThatThrownBy(() -> ReplayOptions.parse("--parallelism=0")).hasMessageContaining("RealExamReplay [");
    }
}
