package org.examledger.service.directory;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.examledger.command.person.ErasedEntries;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases entries of the directory (R13). The same external id makes a new person the next time it is seen; what keeps a
 * token from before from being that next time is a keyed hash of the id, kept no longer than such a token can live.
 */
@Component
public class Erasures implements ErasedEntries {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;
    private final Duration longestToken;
    private final DirectoryKey key;

    Erasures(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher listeners,
            @Value("${exam.security.longest-token}") Duration longestToken) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.listeners = listeners;
        this.longestToken = longestToken;
        this.key = DirectoryKey.keptIn(jdbc);
    }

    @Override
    public Optional<UUID> personOf(String workerId) {
        return jdbc.sql("SELECT person FROM person WHERE worker_id = ?")
                .param(workerId)
                .query(UUID.class)
                .optional();
    }

    @Override
    public boolean isErased(String workerId) {
        return notBefore(workerId).isPresent();
    }

    /** From when on a token of this external id is good, when somebody with that id was erased lately. */
    public Optional<Instant> notBefore(String workerId) {
        return jdbc.sql("SELECT not_before FROM erased_entry WHERE trace = ?")
                .param(key.traceOf(workerId))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public void erase(String workerId, UUID person) {
        transaction.executeWithoutResult(status -> {
            // Tokens tell their beginning in seconds: one of this very second may be from before.
            jdbc.sql("""
                            INSERT INTO erased_entry (trace, not_before)
                            VALUES (?, date_trunc('second', now()) + interval '1 second')
                            ON CONFLICT (trace) DO UPDATE SET not_before = excluded.not_before
                            """).param(key.traceOf(workerId)).update();
            jdbc.sql("DELETE FROM person WHERE worker_id = ? AND person = ?")
                    .params(workerId, person)
                    .update();
            // Ends what is open under the old id.
            jdbc.sql("""
                            INSERT INTO sign_out (person, not_before)
                            VALUES (?, date_trunc('second', now()) + interval '1 second')
                            ON CONFLICT (person) DO UPDATE SET not_before = excluded.not_before
                            """).param(person).update();
        });
        listeners.publishEvent(new PersonForgotten(person));
    }

    /** What is left of an erased person goes when no token of his can live any more. */
    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetTraces() {
        jdbc.sql("DELETE FROM erased_entry WHERE not_before < now() - make_interval(secs => ?)")
                .param(longestToken.toSeconds())
                .update();
    }
}
