package org.examledger.service.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.service.log.OnePostgres;
import org.examledger.store.LogUnavailableException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class RowsOfProofsTest {

    @Test
    void a_database_that_hiccups_is_not_a_row_that_lost_its_name() {
        var database = OnePostgres.freshDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/event-store")
                .load()
                .migrate();
        try (var log = new LogToProve(database)) {
            log.append(List.of(LogToProve.fact("turning:0", 0, new LogToProve.Turned(1))));
        }
        var asked = new AtomicInteger();
        var rows = new RowsOfProofs(new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                if (asked.incrementAndGet() % 2 == 1) {
                    throw new SQLTransientConnectionException("no connection is free");
                }
                return super.getConnection();
            }
        });

        assertThatThrownBy(() -> rows.rowsAfter(0)).isInstanceOf(LogUnavailableException.class);
        assertThat(rows.rowsAfter(0)).hasSize(1);
    }
}
