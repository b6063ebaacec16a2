package org.examledger.service.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ServerClockTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private Instant machineTime = NOON;
    private Duration ahead = Duration.ZERO;
    private Duration way = Duration.ofMillis(4);
    private boolean reachable = true;

    private final Clock machine = new Clock() {
        @Override
        public Instant instant() {
            return machineTime;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final ServerClock clock = new ServerClock(machine, this::databaseTime);

    /** The question takes the way there, the answer the way back. */
    private Instant databaseTime() throws SQLException {
        if (!reachable) {
            throw new SQLException("planted");
        }
        machineTime = machineTime.plus(way);
        var told = machineTime.plus(ahead);
        machineTime = machineTime.plus(way);
        return told;
    }

    @Test
    void time_is_the_databases() {
        ahead = Duration.ofSeconds(90);
        clock.measure();
        assertThat(clock.instant()).isEqualTo(machineTime.plusSeconds(90));

        ahead = Duration.ofSeconds(-30);
        clock.measure();
        assertThat(clock.instant()).isEqualTo(machineTime.minusSeconds(30));
    }

    @Test
    void a_difference_that_the_way_explains_moves_nothing() {
        ahead = Duration.ofMillis(3);
        clock.measure();

        assertThat(clock.instant()).isEqualTo(machineTime);
    }

    @Test
    void a_slow_answer_moves_nothing() {
        ahead = Duration.ofSeconds(90);
        way = Duration.ofMillis(501);
        clock.measure();

        assertThat(clock.instant()).isEqualTo(machineTime);
    }

    @Test
    void while_the_database_is_away_the_last_offset_stays() {
        ahead = Duration.ofSeconds(90);
        clock.measure();
        reachable = false;
        clock.measure();

        assertThat(clock.instant()).isEqualTo(machineTime.plusSeconds(90));
    }
}
