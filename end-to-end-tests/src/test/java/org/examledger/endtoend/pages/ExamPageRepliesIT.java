package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever the server answers, the worker sees the truth and goes on. */
@ExtendWith({SharedService.class, Browsers.class})
class ExamPageRepliesIT {
    private final LedgerClient client;
    private final Browser browser;
    private Desk desk;

    ExamPageRepliesIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @BeforeEach
    void prepare() {
        desk = Desk.with(client, browser);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_answer_that_is_refused_is_set_aside_and_holds_up_nothing() {
        var page = desk.begun();
        page.page().route("**/answers*", route -> {
            if (route.request().postData().contains("\"questionId\":11")) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\":422,\"code\":\"not-on-paper\",\"detail\":\"No such option.\"}"));
            } else {
                route.resume();
            }
        });
        page.choose(11, 2);
        page.sees("The server did not accept this answer. No such option.");

        page.turnTo(2).choose(12, 3);
        page.seesSaved(12);
        page.review();
        page.sees("Not accepted by the server: 1");
        page.button("Hand in").click();

        page.seesEnd("Handed in");
        assertThat(desk.answersInTheLog()).containsOnlyKeys("12");
    }

    @Test
    void a_busy_server_is_asked_again_when_it_said() {
        var page = desk.begun();
        var asked = new AtomicInteger();
        page.page().route("**/answers*", route -> {
            if (asked.getAndIncrement() == 0) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setHeaders(Map.of("Retry-After", "1"))
                        .setContentType("application/problem+json")
                        .setBody("{\"status\":503,\"code\":\"unavailable\"}"));
            } else {
                route.resume();
            }
        });

        page.choose(11, 2);

        page.sees("The server is busy.");
        page.seesSaved(11);
        assertThat(desk.answersInTheLog()).containsEntry("11", List.of(2));
    }

    @Test
    void an_answer_that_the_server_lost_is_brought_back_before_handing_in() {
        var page = desk.begun();
        var asked = new AtomicInteger();
        page.page().route("**/answers*", route -> {
            if (asked.getAndIncrement() == 0) {
                // Confirmed to the page, and never seen by the server.
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("application/json")
                        .setBody("{\"status\":\"IN_PROGRESS\",\"epoch\":1,\"currentEpoch\":1,\"outcome\":\"stored\"}"));
            } else {
                route.resume();
            }
        });
        page.choose(11, 2);
        page.seesSaved(11);

        page.handIn();

        page.seesEnd("Handed in");
        assertThat(desk.result().score()).isEqualByComparingTo("5");
    }

    @Test
    void who_is_started_over_by_hc_begins_again() {
        var page = desk.begun().choose(11, 2);
        page.seesSaved(11);
        desk.hc("reset", Map.of("reason", "wrong room"));
        page.choose(11, 3);
        page.sees("HC started your exam over");

        page.button("Start").click();

        page.seesQuestion(11);
        assertThat(page.page().locator("#question-11 input:checked")).hasCount(0);
        assertThat(page.page().locator("#question-11 .saved")).hasAttribute("data-state", "none");
        page.choose(11, 4);
        page.seesSaved(11);
        assertThat(desk.answersInTheLog()).containsOnlyKeys("11").containsEntry("11", List.of(4));
    }

    @Test
    void an_exam_of_somebody_else_is_said_to_be_so_and_nothing_is_thrown_away() {
        var page = desk.begun();
        page.page()
                .route(
                        "**/answers*",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(404)
                                .setContentType("application/problem+json")
                                .setBody("{\"status\":404,\"code\":\"not-found\"}")));
        page.choose(11, 2);
        page.sees("This exam belongs to somebody else. Answers kept on this device: 1.");

        page.page().unroute("**/answers*");

        page.seesSaved(11);
        assertThat(desk.answersInTheLog()).containsEntry("11", List.of(2));
    }
}
