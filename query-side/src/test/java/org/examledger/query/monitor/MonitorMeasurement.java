package org.examledger.query.monitor;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.examledger.query.feed.Readings;
import org.examledger.query.life.Sessions;
import org.examledger.query.responses.Scores;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Prints what a monitor of 10,000 sessions costs (P5); no test, because times are never a verdict. */
@QuerySideTest
class MonitorMeasurement {
    private static final int SESSIONS = 10_000;
    private static final int LOOKS = 100;

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

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
        var path = "/exams/" + exam + "/monitor";
        var session = last;
        var tag = new String[] {""};
        print("full, first look", 1, look -> browser.exactly("hc:hc-9", path));
        print("full, rows known", LOOKS, look -> tag[0] = Browser.tagOf(browser.exactly("hc:hc-9", path)));
        print("unchanged (304)", LOOKS, look -> browser.again("hc:hc-9", path, tag[0]));
        print("full, after a click", LOOKS, look -> {
            var position = story.session(
                    session,
                    Facts.page(look % 2, 1, look + 1),
                    Facts.OPENS.plusSeconds(20).plusMillis(look));
            browser.exactly("hc:hc-9", path + "?atLeast=" + position);
        });
    }

    private static void print(String what, int times, IntConsumer look) {
        var nanos = new long[times];
        for (int time = 0; time < times; time++) {
            var start = System.nanoTime();
            look.accept(time);
            nanos[time] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %d us, p99 %d us%n",
                what,
                Duration.ofNanos(nanos[times / 2]).toNanos() / 1000,
                Duration.ofNanos(nanos[times * 99 / 100]).toNanos() / 1000);
    }
}
