package org.examledger.service.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.examledger.service.ProbeController.HELD;
import static org.examledger.service.ProbeController.LET_GO;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.examledger.service.Client;
import org.examledger.service.Client.Answer;
import org.examledger.service.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A service with small limits, as somebody outside meets them. */
@RunningService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {
            "exam.demo.exam=false",
            "exam.limits.saves.per-second=2",
            "exam.limits.saves.burst=8",
            "exam.limits.polls.per-second=2",
            "exam.limits.polls.burst=8",
            "exam.limits.unknown-ids.per-second=2",
            "exam.limits.unknown-ids.burst=3",
            "exam.limits.sign-ins.per-second=20",
            "exam.limits.sign-ins.burst=20",
            "exam.overload.saves=4",
            "exam.overload.polls=2",
            "exam.overload.patience=50ms",
            "exam.overload.polls-give-way=2"
        })
class LimitsTest {
    private static final String PROBE = "/api/v1/probe";
    private static final String HOLD = "/api/v1/probe/held";
    private static final String GOOD = "{\"number\":1}";

    @LocalServerPort
    private int port;

    private final Map<String, Client> signedIn = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Answer>> held = new ArrayList<>();

    /** All of them before anything else, because signing in has its limit too. */
    @BeforeAll
    void signIn() {
        var users = IntStream.rangeClosed(1, 12).mapToObj(nth -> "worker-" + (700 + nth));
        users.forEach(user -> signedIn.put(user, Client.anonymous(port).as(user)));
        signedIn.put("admin", Client.anonymous(port).as("admin"));
    }

    @AfterEach
    void letGo() throws ExecutionException, InterruptedException {
        LET_GO.release(held.size());
        for (var one : held) {
            assertThat(one.get().response().body()).contains("let go");
        }
        held.clear();
        LET_GO.drainPermits();
    }

    private Client as(String user) {
        return Objects.requireNonNull(signedIn.get(user));
    }

    private void hold(int number, Callable<Answer> request) {
        var before = HELD.get();
        for (var nth = 0; nth < number; nth++) {
            held.add(threads.submit(request));
        }
        await().untilAtomic(HELD, equalTo(before + number));
    }

    private Answer poll(String user) {
        return as(user).get("/api/v1/probe/needs?limit=3");
    }

    private Answer save(String user) {
        return as(user).post(PROBE, GOOD);
    }

    private static void isPutOff(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too-many-requests");
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:exam-ledger:problem:too-many-requests");
        assertThat(answer.json().get("detail").asString()).contains("nothing was done");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("X-Correlation-Id")).isNotEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static void isShed(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 4);
    }

    private double refused(String asked, String why) {
        var name = "exam_requests_refused_total{asked=\"%s\",why=\"%s\"".formatted(asked, why);
        return as("admin")
                .get("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void who_saves_too_often_is_put_off_and_may_repeat_the_same_request() {
        var user = "worker-701";
        var answers = IntStream.range(0, 20)
                .mapToObj(nth -> save(user))
                .map(Answer::status)
                .toList();

        assertThat(answers.subList(0, 8)).containsOnly(200);
        assertThat(answers).contains(429);
        isPutOff(save(user));
        assertThat(poll(user).status()).as("polls are apart").isEqualTo(200);
        assertThat(save("worker-702").status()).as("so are persons").isEqualTo(200);
        assertThat(refused("save", "rate")).isPositive();
        await().until(() -> save(user).status() == 200);
    }

    @Test
    void who_polls_too_often_still_saves() {
        var user = "worker-703";
        IntStream.range(0, 20).forEach(nth -> poll(user));

        isPutOff(poll(user));
        assertThat(save(user).status()).isEqualTo(200);
    }

    @Test
    void who_guesses_ids_is_put_off_whatever_he_asks_for() {
        var user = "worker-704";
        var statuses = IntStream.range(0, 7)
                .mapToObj(nth -> as(user).get("/api/v1/sessions/" + UUID.randomUUID() + "/status"))
                .map(Answer::status)
                .toList();

        assertThat(statuses.subList(0, 3)).containsOnly(404);
        assertThat(statuses.getLast()).isEqualTo(429);
        isPutOff(save(user));
        isPutOff(poll(user));
        assertThat(refused("poll", "unknown-ids")).isPositive();
        await().until(() -> save(user).status() == 200);
    }

    @Test
    void signing_in_has_one_limit_for_everybody() {
        var wrong = "{\"username\":\"worker-705\",\"password\":\"wrong\"}";
        Answer last;
        do {
            last = Client.anonymous(port).post("/api/v1/demo/token", wrong);
        } while (last.status() == 401);

        isPutOff(last);
        Answer page;
        do {
            page = Client.anonymous(port).post("/sign-in", wrong);
        } while (page.status() == 401);
        isPutOff(page);
        assertThat(Client.anonymous(port).get("/").status()).isEqualTo(200);
        await().until(() -> Client.anonymous(port).post("/sign-in", wrong).status() == 401);
    }

    @Test
    void while_polls_are_slow_saves_go_through() {
        hold(2, () -> as("worker-706").get(HOLD));

        isShed(poll("worker-707"));
        assertThat(save("worker-707").status()).isEqualTo(200);
        assertThat(Client.anonymous(port).get("/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(refused("poll", "overload")).isPositive();
        assertThat(refused("save", "overload")).isZero();

        LET_GO.release(1);
        await().until(() -> poll("worker-708").status() == 200);
    }

    @Test
    void while_many_saves_are_under_way_polls_give_way_and_then_saves_come_back_later() {
        hold(3, () -> as("worker-709").post(HOLD, ""));

        isShed(poll("worker-710"));
        assertThat(save("worker-710").status()).isEqualTo(200);

        hold(1, () -> as("worker-711").post(HOLD, ""));
        isShed(save("worker-710"));
        assertThat(Client.anonymous(port).get("/actuator/health/liveness").status())
                .isEqualTo(200);

        LET_GO.release(2);
        await().until(() -> poll("worker-712").status() == 200);
        assertThat(save("worker-710").status()).isEqualTo(200);
    }
}
