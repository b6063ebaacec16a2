package org.examledger.query.proof;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.examledger.query.work.InBackground;
import org.examledger.query.work.OneAtATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Walks over the whole log when somebody asked for it, here or in another process; when one dies on its way, the next that
 * looks begins anew.
 */
final class Walks implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Walks.class);
    private static final Duration LOOK_EACH = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofMillis(50);

    /** Any number that nobody else locks in this database: "walks" in letters. */
    private static final long LOCK = 0x77_616c_6b73L;

    private final Walker walker;
    private final WalkTable table;
    private final OneAtATime alone;
    private final InBackground thread = new InBackground("log-walk", LOOK_EACH, this::lookAround);

    Walks(Walker walker, WalkTable table, DataSource database) {
        this.walker = walker;
        this.table = table;
        this.alone = new OneAtATime(database, LOCK);
    }

    void request() {
        table.request();
        thread.hurry();
    }

    private void lookAround() throws SQLException, InterruptedException {
        if (table.isOpen()) {
            alone.run(this::walk);
        }
    }

    private void walk() throws InterruptedException {
        var run = UUID.randomUUID();
        var walk = walker.fromTheStart();
        table.begin(run, walk.head());
        Optional<Flaw> flaw = Optional.empty();
        while (flaw.isEmpty() && !walk.isAtEnd()) {
            var began = System.nanoTime();
            flaw = walk.next();
            table.moved(run, walk.position());
            // As much rest as work, so that clicks do not wait behind a walk over millions of rows.
            var took = Duration.ofNanos(System.nanoTime() - began);
            Thread.sleep(took.compareTo(LONGEST_REST) < 0 ? took : LONGEST_REST);
        }
        table.done(run, walk.position(), flaw.orElse(null));
        flaw.ifPresentOrElse(
                it -> LOG.error("THE LOG IS BROKEN at position {}: {}", it.position(), it.reason()),
                () -> LOG.info("The log is intact up to position {}", walk.position()));
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
