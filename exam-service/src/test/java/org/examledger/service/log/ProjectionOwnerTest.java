package org.examledger.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Two processes with the same host name and process number, as two containers have: here, two wirings in one JVM. */
class ProjectionOwnerTest {
    private static final PGSimpleDataSource DATABASE = OnePostgres.freshDatabase();

    private final SpringTransactionManager transactions =
            new SpringTransactionManager(new JdbcTransactionManager(DATABASE));
    private final TokenStore here = new LogConfiguration().tokenStore(DATABASE);
    private final TokenStore there = new LogConfiguration().tokenStore(DATABASE);

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(DATABASE)
                .locations("classpath:db/query-side")
                .load()
                .migrate();
    }

    private void begin(String model) {
        transactions.executeInTransaction(() -> {
            here.initializeTokenSegments(model, 1, new GlobalSequenceTrackingToken(70));
            here.fetchToken(model, 0);
        });
    }

    private boolean canClaim(TokenStore process, String model) {
        try {
            transactions.executeInTransaction(() -> process.fetchToken(model, 0));
            return true;
        } catch (UnableToClaimTokenException | JdbcException owned) {
            return false;
        }
    }

    @Test
    void a_projection_whose_owner_is_silent_is_taken_over_after_five_seconds_and_before_ten() {
        begin("silent");
        assertThat(canClaim(there, "silent")).isFalse();

        await().during(Duration.ofSeconds(4)).until(() -> !canClaim(there, "silent"));

        await().atMost(Duration.ofSeconds(6)).until(() -> canClaim(there, "silent"));
        assertThatThrownBy(() -> transactions.executeInTransaction(
                        () -> here.storeToken(new GlobalSequenceTrackingToken(71), "silent", 0)))
                .as("the old owner writes nothing any more")
                .isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void an_owner_that_gives_signs_of_life_keeps_his_projection() {
        begin("alive");
        await().during(Duration.ofSeconds(6))
                .atMost(Duration.ofSeconds(8))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    transactions.executeInTransaction(() -> here.extendClaim("alive", 0));
                    return !canClaim(there, "alive");
                });
    }
}
