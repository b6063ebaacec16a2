package org.examledger.query.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.examledger.query.monitor.Received.waitUntil;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.Visibility;
import org.examledger.query.feed.Readings;
import org.examledger.query.history.StoredAction;
import org.examledger.query.history.StoredEvent;
import org.examledger.query.history.StoredEvents;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.StatementCounter;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestAdmissions;
import org.examledger.query.world.TestClock;
import org.examledger.query.world.TestLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Watching, at a pace that tests have time for. */
@QuerySideTest
class StreamTest {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Pace QUICK = new Pace(
            LOOK, Duration.ZERO, Duration.ofMillis(200), LOOK, Duration.ofSeconds(20), Duration.ofMillis(100), 6);

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestAdmissions admissions;

    @Autowired
    private Readings readings;

    @Autowired
    private Boards boards;

    @Autowired
    private TestLog log;

    private final LogAsTold told = new LogAsTold();
    private Monitor monitor;
    private Watchers watchers;
    private UUID exam;

    /** The log, unless a test has it fail or be far ahead of what can be seen. */
    private final class LogAsTold implements StoredEvents {
        volatile boolean away;
        volatile long ahead;

        @Override
        public List<StoredEvent> of(String stream, long afterSequence, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredAction> by(String person, long afterPosition, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long head() {
            if (away) {
                throw new IllegalStateException("The log is away");
            }
            return log.head() + ahead;
        }

        @Override
        public Optional<Instant> timeOf(long position) {
            return position > log.head() ? Optional.of(clock.instant().minusMillis(7_001)) : log.timeOf(position);
        }
    }

    @BeforeEach
    void an_exam_can_be_watched() {
        exam = story.exam("Watched live");
        clock.set(Facts.OPENS.plusSeconds(60));
        admissions.until(TestAdmissions.FAR);
        monitor = new Monitor(readings, boards, told, clock);
        watchers = new Watchers(monitor, admissions, new WatcherSettings(6, 4), QUICK, clock);
        watchers.start();
    }

    @AfterEach
    void nobody_watches_any_more() {
        watchers.stop();
        RequestContextHolder.resetRequestAttributes();
        waitUntil(() -> watchers.exams() == 0 && watchers.count() == 0);
    }

    private Received watch() {
        return watch("hc-9", null, null);
    }

    private Received watch(String person, @Nullable SessionStatus only, @Nullable Long lastSeen) {
        monitor.await(Long.toString(story.head()));
        var watcher = join(person, only);
        var frame = watcher.watch().fresh(story.head());
        var first = lastSeen == null ? frame.snapshot(only) : frame.from(lastSeen, only, told::timeOf);
        var line = new Received();
        line.runningOn(Thread.ofVirtual().name("watcher").start(() -> {
            watcher.run(frame, first, line);
            watchers.leave(watcher);
        }));
        return line;
    }

    private Watcher join(String person, @Nullable SessionStatus only) {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Actor", "hc:" + person);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return watchers.join(exam, only);
    }

    private long beats(UUID session, int second) {
        return story.session(
                session, new HeartbeatReceived(Visibility.VISIBLE, 1, null, null), Facts.OPENS.plusSeconds(second));
    }

    @Test
    void who_watches_sees_what_the_monitor_shows_and_then_the_rows_that_change() {
        var session = story.started(exam, "p-91", Facts.OPENS);
        story.started(exam, "p-92", Facts.OPENS.plusSeconds(10));
        var line = watch();

        var first = line.await(0);
        assertThat(first.name()).isEqualTo("snapshot");
        var monitor = browser.get("hc:hc-9", "/exams/" + exam + "/monitor");
        assertThat(first.data()).isEqualTo(JsonMapper.shared().readTree(Browser.textOf(monitor)));
        assertThat(first.id()).isEqualTo(first.data().path("position").asLong());

        story.session(session, Facts.answer(12, List.of(2), 1, 1, 1), Facts.OPENS.plusSeconds(30));
        var change = line.change();
        assertThat(change.name()).isEqualTo("delta");
        assertThat(change.data()).isEqualTo(JsonMapper.shared().readTree("""
                {"examId":"%s","title":"Watched live","status":"OPEN","position":%d,"lagMillis":%d,
                 "serverTime":"2026-05-04T08:01:00.000Z",
                 "counters":{"notStarted":0,"inProgress":2,"silent":0,"submitted":0,"closed":0,"timedOut":0,
                             "abandoned":0,"missed":0},
                 "rows":[{"sessionId":"%s","workerName":"Name of p-91","status":"IN_PROGRESS","answered":1,"total":4,
                          "pageIndex":1,"lastActivityAt":"2026-05-04T08:00:30.000Z","connection":"online",
                          "startedAt":"2026-05-04T08:00:00.000Z","remainingSeconds":3540,"score":null,
                          "result":null}],
                 "removed":[]}""".formatted(
                        exam, change.id(), change.data().path("lagMillis").asLong(), session)));
    }

    @Test
    void what_ticks_is_not_told_and_what_time_alone_changes_is() {
        var quiet = story.started(exam, "p-93", Facts.OPENS);
        story.started(exam, "p-94", Facts.OPENS.plusSeconds(50));
        var line = watch();
        line.await(0);
        clock.set(Facts.OPENS.plusSeconds(70));
        waitUntil(() -> line.pings() > 0);
        assertThat(line.events()).hasSize(1);

        clock.set(Facts.OPENS.plusSeconds(80));
        var change = line.change();
        assertThat(change.strings("rows", "sessionId")).containsExactly(quiet.toString());
        assertThat(change.strings("rows", "connection")).containsExactly("offline");
    }

    @Test
    void more_time_is_told_although_only_the_seconds_that_tick_are_different() {
        var session = story.started(exam, "p-95", Facts.OPENS);
        var line = watch();
        line.await(0);
        story.session(
                session,
                new TimeExtended(300, "noise", 3900, Facts.OPENS.plusSeconds(3900), null),
                Facts.OPENS.plusSeconds(20));

        assertThat(line.change()
                        .data()
                        .path("rows")
                        .get(0)
                        .path("remainingSeconds")
                        .asLong())
                .isEqualTo(3840);
    }

    @Test
    void a_row_that_leaves_the_filter_is_removed_and_the_counters_count_everybody() {
        var stays = story.started(exam, "p-96", Facts.OPENS);
        var submits = story.started(exam, "p-97", Facts.OPENS);
        story.assigned(exam, "p-98");
        var line = watch("hc-9", SessionStatus.IN_PROGRESS, null);
        assertThat(line.await(0).strings("rows", "sessionId"))
                .containsExactlyInAnyOrder(stays.toString(), submits.toString());

        story.session(submits, Facts.submitted(1, 1), Facts.OPENS.plusSeconds(5));
        var change = line.change();
        assertThat(change.strings("rows", "sessionId")).isEmpty();
        assertThat(change.strings("removed", null)).containsExactly(submits.toString());
        assertThat(change.data().path("counters").path("submitted").asInt()).isEqualTo(1);
        assertThat(change.data().path("counters").path("notStarted").asInt()).isEqualTo(1);
    }

    @Test
    void who_comes_back_hears_what_changed_meanwhile() {
        var session = story.started(exam, "p-99", Facts.OPENS);
        var other = story.started(exam, "p-100", Facts.OPENS.plusSeconds(10));
        story.started(exam, "p-101", Facts.OPENS.plusSeconds(20));
        var others = watch();
        var seen = others.await(0).id();
        var middle = beats(session, 40);
        waitUntil(() -> others.events().getLast().id() >= middle);
        var last = beats(other, 50);
        waitUntil(() -> others.events().getLast().id() >= last);

        var back = watch("hc-9", null, seen).await(0);
        assertThat(back.name()).isEqualTo("delta");
        assertThat(back.strings("rows", "sessionId")).containsExactlyInAnyOrder(session.toString(), other.toString());
        assertThat(back.id()).isGreaterThanOrEqualTo(last);
        assertThat(watch("hc-9", null, back.id()).await(0).name()).isEqualTo("delta");
        assertThat(watch("hc-9", null, 0L).await(0).name()).isEqualTo("snapshot");
    }

    @Test
    void who_comes_from_another_process_hears_what_time_alone_changed_meanwhile() {
        var session = story.started(exam, "p-102", Facts.OPENS);
        story.assigned(exam, "p-103");
        var seen = beats(session, 60);
        clock.set(Facts.OPENS.plusSeconds(140));

        var back = watch("hc-9", null, seen).await(0);

        assertThat(back.name()).isEqualTo("delta");
        assertThat(back.strings("rows", "sessionId")).containsExactly(session.toString());
        assertThat(back.strings("rows", "connection")).containsExactly("offline");
        assertThat(watch("hc-9", null, seen + 1_000).await(0).name()).isEqualTo("snapshot");
    }

    @Test
    void who_reads_slowly_hears_all_at_once_and_after_long_sees_everything_anew_while_others_go_on() {
        var session = story.started(exam, "p-104", Facts.OPENS);
        var quick = watch();
        var slow = watch();
        slow.await(0);
        slow.stopReading();
        for (var second = 1; second <= 4; second++) {
            tell(session, second, quick);
        }
        slow.readOn();
        waitUntil(() -> slow.events().getLast().id() == quick.events().getLast().id());
        assertThat(slow.events().size()).isLessThan(quick.events().size());
        assertThat(slow.events().getLast().name()).isEqualTo("delta");

        slow.stopReading();
        for (var second = 5; second <= 14; second++) {
            tell(session, second, quick);
        }
        var before = slow.events().size();
        slow.readOn();
        waitUntil(() -> slow.events().getLast().id() == quick.events().getLast().id());
        assertThat(slow.events().subList(before, slow.events().size()))
                .extracting(Received.Event::name)
                .contains("snapshot");
        assertThat(slow.events().size()).isLessThan(before + 5);
    }

    private void tell(UUID session, int second, Received to) {
        var position = beats(session, second);
        waitUntil(() -> to.events().getLast().id() >= position);
    }

    @Test
    void however_many_watch_one_thread_asks_the_database_and_none_when_nobody_does() {
        var session = story.started(exam, "p-105", Facts.OPENS);
        var asked = StatementCounter.sentBy("watcher");
        var lines = IntStream.range(0, 6)
                .mapToObj(nth -> watch("hc-" + nth % 2, null, null))
                .toList();
        for (var second = 1; second <= 5; second++) {
            var position = beats(session, second);
            lines.forEach(line -> waitUntil(() -> line.events().getLast().id() >= position));
        }
        assertThat(StatementCounter.sentBy("watcher")).isEqualTo(asked);
        assertThat(StatementCounter.sentBy("watch-" + exam)).isPositive();

        admissions.signOut("hc-0");
        admissions.signOut("hc-1");
        waitUntil(() -> watchers.count() == 0);
        admissions.signIn("hc-0");
        admissions.signIn("hc-1");
        // A look that had begun may still end.
        await().during(LOOK.multipliedBy(3)).until(() -> true);
        var quiet = StatementCounter.sentBy("watch-" + exam);
        await().during(LOOK.multipliedBy(10)).until(() -> StatementCounter.sentBy("watch-" + exam) == quiet);
        assertThat(watchers.exams()).isEqualTo(1);
    }

    @Test
    void a_stream_ends_with_its_token() {
        admissions.until(Facts.OPENS.plusSeconds(90));
        var line = watch();
        line.await(0);
        waitUntil(() -> line.pings() > 0);
        assertThat(line.isOver()).isFalse();

        clock.set(Facts.OPENS.plusSeconds(90));
        waitUntil(line::isOver);
    }

    @Test
    void who_signs_out_is_sent_away_and_nobody_else() {
        var leaves = watch("hc-leaves", null, null);
        var stays = watch("hc-stays", null, null);
        stays.await(0);
        admissions.signOut("hc-leaves");

        waitUntil(leaves::isOver);
        var pings = stays.pings();
        waitUntil(() -> stays.pings() > pings);
    }

    @Test
    void there_is_room_for_so_many_of_one_person_and_so_many_at_all() {
        IntStream.range(0, 4).forEach(nth -> watch("hc-1", null, null));
        isRefused("hc-1", HttpStatus.TOO_MANY_REQUESTS);
        watch("hc-2", null, null);
        watch("hc-2", null, null);
        isRefused("hc-2", HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(watchers.count()).isEqualTo(6);
    }

    private void isRefused(String person, HttpStatus status) {
        assertThatThrownBy(() -> join(person, null)).isInstanceOfSatisfying(ErrorResponseException.class, refusal -> {
            assertThat(refusal.getStatusCode()).isEqualTo(status);
            assertThat(refusal.getHeaders().getFirst("Retry-After")).isNotNull();
        });
    }

    @Test
    void when_the_process_ends_everybody_is_sent_away_and_nobody_let_in() {
        var line = watch();
        line.await(0);
        watchers.stop();

        waitUntil(line::isOver);
        isRefused("hc-9", HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void an_old_picture_says_how_old_it_is() {
        var line = watch();
        line.await(0);
        told.ahead = 3;
        assertThat(line.await(1).data().path("lagMillis").asLong()).isEqualTo(7_001);
        line.await(2);

        told.ahead = 0;
        waitUntil(() -> line.events().getLast().data().path("lagMillis").asLong() == 0);
    }

    @Test
    void a_picture_that_cannot_be_kept_true_ends() {
        var line = watch();
        line.await(0);
        told.away = true;

        waitUntil(line::isOver);
        told.away = false;
        assertThat(watch().await(0).name()).isEqualTo("snapshot");
    }
}
