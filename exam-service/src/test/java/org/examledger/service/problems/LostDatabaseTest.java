package org.examledger.service.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.hibernate.TransactionException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.web.context.request.ServletWebRequest;

/** A client is told to repeat (503) when the database is gone, and of a defect (500) when it is not. */
class LostDatabaseTest {
    private final EveryProblem problems = new EveryProblem();

    @Test
    void a_rollback_on_a_connection_that_is_gone_is_no_defect_of_ours() {
        assertThat(statusOf(rollback(new SQLException("Connection is closed")))).isEqualTo(503);
        assertThat(statusOf(rollback(new SQLException("terminating connection", "57P01"))))
                .isEqualTo(503);
        assertThat(statusOf(rollback(new SQLException("broken", "08006")))).isEqualTo(503);
    }

    @Test
    void a_statement_that_is_wrong_stays_a_defect() {
        assertThat(statusOf(rollback(new SQLException("no such column", "42703"))))
                .isEqualTo(500);
        assertThat(statusOf(new IllegalStateException("planted"))).isEqualTo(500);
    }

    private static JpaSystemException rollback(SQLException cause) {
        return new JpaSystemException(new TransactionException("Unable to rollback against JDBC Connection", cause));
    }

    private int statusOf(Exception failure) {
        var answer = problems.bug(failure, new ServletWebRequest(new MockHttpServletRequest()));
        assertThat(answer).isNotNull();
        return Objects.requireNonNull(answer).getStatusCode().value();
    }
}
