package org.examledger.command.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {
    @ParameterizedTest
    @CsvSource({
        "600, You have 10 minutes more. Reason: noise",
        "60, You have 1 minute more. Reason: noise",
        "-90, You have 90 seconds less. Reason: noise",
        "1, You have 1 second more. Reason: noise"
    })
    void a_change_of_time_is_told_in_whole_minutes_where_it_can_be(int seconds, String text) {
        assertThat(Notices.timeChanged(seconds, "noise", Instant.EPOCH).text()).isEqualTo(text);
    }
}
