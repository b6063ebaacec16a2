package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The time that a worker sees is the server's, whatever becomes of his device's clocks. */
@ExtendWith({SharedService.class, Browsers.class})
class ExamPageTimeIT {
    private final LedgerClient client;
    private final Browser browser;
    private Desk desk;

    ExamPageTimeIT(LedgerClient client, Browser browser) {
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
    void hc_gives_more_time_and_closes_while_the_worker_works() {
        var page = desk.begun(desk.profileWithClock());
        desk.hc("extend", Map.of("seconds", 3600, "reason", "fire drill"));
        // Nothing is clicked: the page hears it with its next sign of life.
        page.passes(Duration.ofSeconds(31));
        page.sees("Your time was changed: You have 60 minutes more. Reason: fire drill");
        page.seesTimeLeft("1:4");
        page.button("Hide").click();
        assertThat(page.page().getByText("fire drill")).hasCount(0);

        desk.hc("close", Map.of("reason", "room is needed", "scoring", "FROM_ANSWERS"));
        page.choose(11, 3);

        page.seesEnd("Your exam was closed");
        assertThat(desk.factsInTheLog()).contains("ExamClosed", "LateAnswerReceived");
    }

    @Test
    void the_time_that_is_left_does_not_depend_on_the_devices_clock() {
        var profile = desk.profile();
        profile.addInitScript("const wrong = Date.now.bind(Date); Date.now = () => wrong() + 7 * 3600 * 1000;");

        var page = desk.begun(profile);

        page.seesTimeLeft("44:");
    }

    @Test
    void time_that_the_device_slept_is_gone_as_soon_as_it_wakes() {
        var page = desk.begun(desk.profileWithClock());
        page.seesTimeLeft("44:");
        page.cut();

        sleeps(page, Duration.ofMinutes(20));

        // Nobody can tell yet whether it slept or somebody set its clock.
        page.sees("checking the time…");
        page.seesTimeLeft("≈ 24:");
        later(page, "**/api/v1/sessions/**", Duration.ofMinutes(20));
        page.mend();
        assertThat(page.page().getByText("checking the time…")).hasCount(0);
        page.seesTimeLeft("24:");
    }

    @Test
    void a_clock_that_is_set_in_the_middle_changes_nothing_once_the_server_was_asked() {
        var page = desk.begun(desk.profileWithClock());
        page.seesTimeLeft("44:");

        sleeps(page, Duration.ofHours(3));

        page.seesTimeLeft("44:");
        page.choose(11, 2);
        page.seesSaved(11);
        assertThat(desk.factsInTheLog()).doesNotContain("SessionSubmitted");
    }

    @Test
    void five_minutes_and_one_minute_before_the_end_are_said_once_and_then_it_is_handed_in() {
        var page = desk.begun(desk.profileWithClock());
        page.seesTimeLeft("44:");
        page.choose(11, 2);
        page.seesSaved(11);
        // Else the server would say that it is not as late as the page was made to believe.
        page.cut();

        page.page().clock().fastForward("40:20");
        page.hears("5 minutes left");
        page.page().clock().fastForward("03:00");
        page.hears("5 minutes left");
        page.page().clock().fastForward("01:00");
        page.hears("1 minute left");
        page.page().clock().fastForward("01:00");

        page.sees("Not handed in yet: no connection.");
        later(page, "**/status", Duration.ofMinutes(45));
        page.mend();
        page.seesEnd("Handed in");
        assertThat(desk.result().score()).isEqualByComparingTo("5");
    }

    @Test
    void more_time_that_was_given_while_nothing_could_be_heard_beats_handing_in_by_itself() {
        var page = desk.begun(desk.profileWithClock());
        page.seesTimeLeft("44:");
        page.cut();
        page.page().clock().fastForward("45:10");
        page.sees("Not handed in yet: no connection.");
        desk.hc("extend", Map.of("seconds", 3600, "reason", "fire drill"));

        page.mend();

        page.seesTimeLeft("1:4");
        page.choose(11, 2);
        page.seesSaved(11);
        assertThat(desk.factsInTheLog()).doesNotContain("SessionSubmitted");
    }

    /** The wall clock goes on, and whatever counts since the page was opened stands still. */
    private static void sleeps(WorkersPage page, Duration time) {
        page.page().clock().setSystemTime(((Number) page.page().evaluate("Date.now()")).longValue() + time.toMillis());
    }

    /** From now on it is so much later at the server, as far as this page can see. */
    private static void later(WorkersPage page, String asked, Duration time) {
        page.page().route(asked, route -> {
            var reply = route.fetch();
            var body = (ObjectNode) JsonMapper.shared().readTree(reply.body());
            var serverTime = Instant.parse(body.path("serverTime").asString());
            body.put("serverTime", serverTime.plus(time).toString());
            route.fulfill(new Route.FulfillOptions().setResponse(reply).setBody(body.toString()));
        });
    }
}
