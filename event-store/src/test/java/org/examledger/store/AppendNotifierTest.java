package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class AppendNotifierTest {

    private static final int COMMANDS = 300;

    @Test
    void many_appends_are_told_in_few_notifications_and_the_last_is_among_them() throws Exception {
        try (var database = new LogDatabase();
                var process = new LogProcess(database);
                var notifier = new AppendNotifier(database.direct(), process.signal);
                var listener = database.direct().getConnection()) {
            listener.createStatement().execute("LISTEN " + FeedWatch.CHANNEL);

            for (int i = 0; i < COMMANDS; i++) {
                process.append(LogProcess.answer("exam:n", i));
            }

            var told = new ArrayList<Long>();
            long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (!told.contains((long) COMMANDS) && System.nanoTime() < deadline) {
                for (var notification : listener.unwrap(PGConnection.class).getNotifications(100)) {
                    told.add(Long.valueOf(notification.getParameter()));
                }
            }
            assertThat(told).contains((long) COMMANDS).isSorted().hasSizeLessThan(COMMANDS / 2);
            assertThat(notifier).isNotNull();
        }
    }

    @Test
    void what_another_process_appended_is_not_told_again() throws Exception {
        try (var database = new LogDatabase();
                var process = new LogProcess(database);
                var notifier = new AppendNotifier(database.direct(), process.signal);
                var listener = database.direct().getConnection()) {
            listener.createStatement().execute("LISTEN " + FeedWatch.CHANNEL);

            process.signal.noticed(17);

            assertThat(listener.unwrap(PGConnection.class).getNotifications(100))
                    .isNullOrEmpty();
            assertThat(notifier).isNotNull();
        }
    }
}
