package org.examledger.query.monitor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.examledger.query.feed.Readings;
import org.examledger.query.life.Sessions;
import org.examledger.query.responses.Scores;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Prints what a monitor of 10,000 sessions costs (P5); no test, because times are never a verdict. */
@QuerySideTest
class MonitorMeasurement {
    private static final int SESSIONS = 10_000;
    private static final int LOOKS = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Autowired
    private Story story;

    @Autowired
    private Monitor monitor;

    @Autowired
    private JsonMapper json;

    private volatile int bytes;

    @Autowired
    private TestClock clock;

    @Autowired
    private Readings readings;

    @Test
    void measure() {
        var exam = story.exam("Crowded");
        var last = exam;
        for (int number = 0; number < SESSIONS; number++) {
            last = story.started(exam, "p-" + number, Facts.OPENS.plusMillis(number));
        }
        for (long reached = 0; reached < story.head(); ) {
            reached = readings.read(List.of(Sessions.MODEL, Scores.MODEL), null, () -> "")
                    .position();
        }
        clock.set(Facts.OPENS.plusSeconds(60));
        var session = last;
        print("full, first look", 1, look -> draw(exam, null));
        print("full, rows known", LOOKS, look -> draw(exam, null));
        print("unchanged (304)", LOOKS, look -> monitor.look(exam, null, null).tag());
        print("full, after a click", LOOKS, look -> {
            var click = Facts.page(look % 2, 1, look + 1);
            var position =
                    story.session(session, click, Facts.OPENS.plusSeconds(20).plusMillis(look));
            draw(exam, Long.toString(position));
        });
    }

    /** Without the web around it: the one of the tests takes a reply byte by byte. */
    private void draw(UUID exam, @Nullable String atLeast) {
        bytes = json.writeValueAsBytes(monitor.draw(monitor.look(exam, null, atLeast))).length;
    }

    private static void print(String what, int times, IntConsumer look) {
        var nanos = new long[times];
        var processor = new long[times];
        for (int time = 0; time < times; time++) {
            var start = System.nanoTime();
            var busy = THREADS.getCurrentThreadCpuTime();
            look.accept(time);
            processor[time] = THREADS.getCurrentThreadCpuTime() - busy;
            nanos[time] = System.nanoTime() - start;
        }
        System.out.printf("%s: %s; processor time of this thread: %s%n", what, spread(nanos), spread(processor));
    }

    private static String spread(long[] nanos) {
        Arrays.sort(nanos);
        return "median %d us, p99 %d us"
                .formatted(nanos[nanos.length / 2] / 1000, nanos[nanos.length * 99 / 100] / 1000);
    }
}
