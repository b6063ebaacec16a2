package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DraftExpiryTest {
    private static final Instant SAVED = Instant.parse("2026-10-01T10:00:00.500Z");

    @Test
    void a_draft_is_over_exactly_thirty_days_after_its_last_save() {
        var end = SAVED.plus(Duration.ofDays(30));

        assertThat(DraftExpiry.isOver(SAVED, end.minusMillis(1))).isFalse();
        assertThat(DraftExpiry.isOver(SAVED, end)).isTrue();
    }
}
