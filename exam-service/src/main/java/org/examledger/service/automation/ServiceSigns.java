package org.examledger.service.automation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.examledger.command.automation.Outage;
import org.examledger.command.automation.SignsOfService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs of life of command processes as one row, and their outages as rows; the database's clock says when. */
final class ServiceSigns implements SignsOfService {
    /** The row's lock lets one process at a time see how long the last sign was ago. */
    private static final String LAST = "SELECT seen_at FROM service_sign FOR UPDATE";

    private static final String SEEN = "UPDATE service_sign SET seen_at = greatest(seen_at, clock_timestamp())";

    private static final String NOTE = """
            INSERT INTO service_outage (outage_id, began_at, ended_at, settled)
            VALUES (?, ?, date_trunc('milliseconds', clock_timestamp()), false)
            """;

    private static final String UNSETTLED = """
            SELECT outage_id, began_at, ended_at FROM service_outage WHERE NOT settled ORDER BY began_at
            """;

    private static final String AWAY = "SELECT clock_timestamp() - ? > make_interval(secs => ? / 1000.0)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    ServiceSigns(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public List<Outage> alive(Duration longest) {
        return Objects.requireNonNull(transactions.execute(status -> {
            for (var last : jdbc.queryForList(LAST, Timestamp.class)) {
                if (Boolean.TRUE.equals(jdbc.queryForObject(AWAY, Boolean.class, last, longest.toMillis()))) {
                    jdbc.update(NOTE, UUID.randomUUID(), last);
                }
            }
            jdbc.update(SEEN);
            return jdbc.query(
                    UNSETTLED,
                    (row, number) -> new Outage(
                            row.getObject(1, UUID.class),
                            row.getTimestamp(2).toInstant(),
                            row.getTimestamp(3).toInstant()));
        }));
    }

    @Override
    public void settle(Outage outage) {
        jdbc.update("UPDATE service_outage SET settled = true WHERE outage_id = ?", outage.id());
    }

    @Override
    public Instant back() {
        var newest = jdbc.queryForObject("SELECT max(ended_at) FROM service_outage", Timestamp.class);
        return newest == null ? Instant.EPOCH : newest.toInstant();
    }
}
