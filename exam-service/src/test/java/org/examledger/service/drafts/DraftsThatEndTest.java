package org.examledger.service.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.examledger.command.draft.WhenDraftsUntouchedThenExpireThem;
import org.examledger.events.rules.DraftExpiry;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.examledger.store.LogReader;
import org.examledger.store.StoredEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Drafts around the end of their 30 days, against the whole service with a clock that jumps. */
@RunningService
class DraftsThatEndTest {
    private static final int ROUNDS = Integer.getInteger("exam.test.rounds", 120);
    private static final long SEED = Long.getLong("exam.test.seed", 20_261_122);
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    private static final Set<String> ENDS = Set.of("DraftLocked", "DraftDiscarded", "DraftExpired");
    private static final String COMPLETE = """
            {"title":"Ladders","opensAt":"2026-12-01","durationMinutes":45,"passPercentage":60,
             "questions":[{"id":1,"text":"Who?","points":2,"correct":[1],
                           "options":[{"id":1,"text":"I"},{"id":2,"text":"You"}]}]}""";

    @TestBean(name = "serverClock")
    private Clock clock;

    @LocalServerPort
    private int port;

    @Autowired
    private WhenDraftsUntouchedThenExpireThem expiry;

    @Autowired
    private LogReader log;

    @Autowired
    private ScheduledTaskHolder scheduled;

    static Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Clock.systemUTC().instant().plus(AHEAD.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private Client hc() {
        return Client.anonymous(port).as("hc");
    }

    private static String started(Client hc) {
        return hc.post("/api/v1/drafts", COMPLETE).json().path("draftId").asString();
    }

    private static Answer put(Client hc, String draft, String body) {
        return hc.send("PUT", "/api/v1/drafts/" + draft, BodyPublishers.ofString(body));
    }

    private static Answer discard(Client hc, String draft) {
        return hc.send(hc.request("/api/v1/drafts/" + draft).DELETE());
    }

    private static void jump(Duration time) {
        AHEAD.accumulateAndGet(time, Duration::plus);
    }

    private List<StoredEvent> facts(String draft) {
        return log.eventsOf("draft:" + draft, -1, 1_000);
    }

    @Test
    void the_daily_job_is_scheduled_once() {
        assertThat(scheduled.getScheduledTasks())
                .extracting(Object::toString)
                .filteredOn(it -> it.contains("ExpireDraftsDaily"))
                .hasSize(1);
    }

    @Test
    void the_daily_job_ends_what_nobody_touched_and_nothing_else() {
        var hc = hc();
        var untouched = started(hc);
        var touched = started(hc);
        var locked = started(hc);
        var discarded = started(hc);
        hc.post("/api/v1/drafts/" + locked + "/lock", "");
        assertThat(discard(hc, discarded).status()).isEqualTo(200);
        jump(DraftExpiry.UNTOUCHED.minusHours(1));
        assertThat(put(hc, touched, "{\"title\":\"Touched\"}").status()).isEqualTo(200);
        jump(Duration.ofHours(1));

        assertThat(hc.get("/api/v1/drafts/" + untouched).status())
                .as("reads show no expired draft, although nothing was stored yet")
                .isEqualTo(404);
        assertThat(facts(untouched)).extracting(StoredEvent::name).doesNotContain("DraftExpired");

        assertThat(expiry.expireAsOf(clock.instant())).isPositive();
        assertThat(expiry.expireAsOf(clock.instant())).isZero();

        assertThat(facts(untouched).getLast().name()).isEqualTo("DraftExpired");
        assertThat(facts(touched).getLast().name()).isEqualTo("DraftRevised");
        assertThat(facts(locked).getLast().name()).isEqualTo("DraftLocked");
        assertThat(facts(discarded).getLast().name()).isEqualTo("DraftDiscarded");
        for (var gone : List.of(untouched, discarded)) {
            assertThat(put(hc, gone, "{\"title\":\"Again\"}").code()).isEqualTo("not-found");
            assertThat(hc.post("/api/v1/drafts/" + gone + "/lock", "").code()).isEqualTo("not-found");
            assertThat(hc.get("/api/v1/drafts/" + gone + "?atLeast=" + log.lastPosition())
                            .code())
                    .isEqualTo("not-found");
        }
    }

    @Test
    void whoever_comes_first_around_the_end_of_the_thirty_days_wins_and_the_others_are_told() throws Exception {
        System.out.printf("DraftsThatEndTest: %d rounds, seed %d, set by -Dexam.test.seed%n", ROUNDS, SEED);
        var random = new Random(SEED);
        var hc = hc();
        var winners = new TreeSet<String>();
        for (var round = 0; round < ROUNDS; round++) {
            var draft = started(hc);
            jump(DraftExpiry.UNTOUCHED.minusMillis(random.nextInt(25)));
            var moves = new ArrayList<Callable<String>>();
            moves.add(() -> told("saved", 200, put(hc, draft, "{\"title\":\"Saved late\"}")));
            moves.add(() -> told("DraftLocked", 201, hc.post("/api/v1/drafts/" + draft + "/lock", "")));
            moves.add(() -> told("DraftDiscarded", 200, discard(hc, draft)));
            moves.add(() -> expiry.expireAsOf(clock.instant()) > 0 ? "DraftExpired" : "not-found");
            Collections.shuffle(moves, random);
            var ended = facts(draft, atOnce(moves, random));
            check("seed " + SEED + ", round " + round, ended);
            winners.add(ended.facts().getLast().name());
        }
        assertThat(winners)
                .as("races in which always the same one wins show nothing")
                .hasSizeGreaterThan(1);
    }

    private record Ended(List<StoredEvent> facts, List<String> told) {}

    private Ended facts(String draft, List<String> told) {
        return new Ended(facts(draft), told);
    }

    private static String told(String done, int status, Answer answer) {
        return answer.status() == status ? done : answer.code();
    }

    private static List<String> atOnce(List<Callable<String>> moves, Random random) throws Exception {
        var seeds = random.ints(moves.size(), 0, 12).toArray();
        try (var threads = Executors.newFixedThreadPool(moves.size())) {
            var running = new ArrayList<Future<String>>();
            for (var index = 0; index < moves.size(); index++) {
                var pause = seeds[index];
                var move = moves.get(index);
                running.add(threads.submit(() -> {
                    TimeUnit.MILLISECONDS.sleep(pause);
                    return move.call();
                }));
            }
            var told = new ArrayList<String>();
            for (var it : running) {
                told.add(it.get());
            }
            return told;
        }
    }

    private static void check(String round, Ended ended) {
        var names = ended.facts().stream().map(StoredEvent::name).toList();
        var ends = names.stream().filter(ENDS::contains).toList();
        assertThat(ends).as(round + " " + names + ended.told()).hasSizeLessThanOrEqualTo(1);
        if (!ends.isEmpty()) {
            assertThat(names.getLast()).as(round).isEqualTo(ends.getFirst());
        }
        if (!ends.contains("DraftExpired")) {
            assertThat(ended.told().stream().filter(ENDS::contains).toList())
                    .as(round + " " + names)
                    .isEqualTo(ends);
        }
        var saves = names.stream().filter("DraftRevised"::equals).count() - 1;
        assertThat(saves)
                .as(round + " " + names + ended.told())
                .isEqualTo(ended.told().contains("saved") ? 1 : 0);
        if (ends.contains("DraftExpired")) {
            var facts = ended.facts();
            var touched = facts.get(facts.size() - 2).at();
            assertThat(facts.getLast().at()).as(round).isAfterOrEqualTo(touched.plus(DraftExpiry.UNTOUCHED));
        }
        assertThat(ended.told())
                .as(round + " " + names)
                .isSubsetOf("saved", "DraftLocked", "DraftDiscarded", "DraftExpired", "not-found", "draft-locked");
    }
}
