package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseAwayTest {
    private static final Jwt TOKEN = Jwt.withTokenValue("t")
            .header("alg", "none")
            .subject("worker-9")
            .issuedAt(Instant.EPOCH)
            .build();

    private static final DataAccessException NO_CONNECTION =
            new CannotGetJdbcConnectionException("none", new SQLTransientConnectionException("pool exhausted"));

    @Test
    void whether_a_token_is_good_is_unknown_and_not_wrong_while_the_database_is_away() {
        for (var away : new RuntimeException[] {NO_CONNECTION, new CannotCreateTransactionException("none")}) {
            assertThatThrownBy(() -> TokenConfiguration.unlessSignedOut(TOKEN, token -> {
                        throw away;
                    }))
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void who_signed_out_is_refused_for_good() {
        assertThatThrownBy(() -> TokenConfiguration.unlessSignedOut(TOKEN, token -> {
                    throw new BadJwtException("signed out");
                }))
                .isInstanceOf(BadJwtException.class);
    }
}
