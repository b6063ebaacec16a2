package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One worker with several tabs, devices and sign-ins. */
@ExtendWith({SharedService.class, Browsers.class})
class ExamPageDevicesIT {
    private final LedgerClient client;
    private final Browser browser;
    private Desk desk;

    ExamPageDevicesIT(LedgerClient client, Browser browser) {
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
    void of_two_tabs_of_one_browser_one_leads_and_the_other_says_so() {
        var profile = desk.profile();
        var first = WorkersPage.signedIn(profile, desk.exam().session()).start();
        var second = WorkersPage.in(profile, desk.exam().session());
        second.button("Go on Tiny exam").click();
        second.sees("Open in another tab");

        second.button("Use it here").click();

        second.seesQuestion(11);
        first.sees("Open in another tab");
        second.choose(11, 4);
        second.seesSaved(11);
        assertThat(desk.answersInTheLog()).containsEntry("11", List.of(4));
    }

    @Test
    void the_older_of_two_devices_says_that_it_was_taken_over_and_stops() {
        var phone = desk.begun();
        phone.choose(11, 1);
        phone.seesSaved(11);
        var newer = WorkersPage.signedIn(desk.profile(), desk.exam().session());
        newer.button("Go on Tiny exam").click();
        newer.seesQuestion(11);
        assertThat(newer.option(11, 1)).isChecked();

        phone.choose(11, 3);

        phone.sees("Open on another device");
        newer.choose(11, 2);
        newer.seesSaved(11);
        assertThat(desk.answersInTheLog()).containsEntry("11", List.of(2));
    }

    @Test
    void answers_of_another_device_that_are_newer_are_shown() {
        var page = desk.begun();
        page.cut();
        page.choose(11, 1);
        page.sees("No connection");
        var elsewhere = desk.exam().start();
        desk.exam()
                .session()
                .answer(new SelectAnswer(elsewhere.epoch(), 1, 11, List.of(4), 0, null))
                .successful();

        page.mend();

        page.sees("Open on another device");
        page.button("Go on here").click();
        assertThat(page.option(11, 4)).isChecked();
    }

    @Test
    void a_page_that_was_taken_over_cannot_hand_in() {
        var page = desk.begun();
        desk.exam().start();

        page.handIn();

        page.sees("Open on another device");
        assertThat(desk.resumed().status()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void who_has_to_sign_in_again_in_the_middle_goes_on_where_he_was() {
        var page = desk.begun();
        page.page().context().clearCookies();

        page.choose(11, 2);
        page.sees("Your sign-in has expired.");
        page.signIn(desk.exam().session().workerId());

        page.seesSaved(11);
        assertThat(desk.answersInTheLog()).containsEntry("11", List.of(2));
    }

    @Test
    void who_signed_in_in_another_tab_need_not_do_it_here() {
        var page = desk.begun();
        page.page().context().clearCookies();
        page.choose(11, 2);
        page.sees("Your sign-in has expired.");

        WorkersPage.signedIn(page.page().context(), desk.exam().session()).sees("Tiny exam");
        page.page().bringToFront();
        page.looksAgain();

        page.seesSaved(11);
    }

    @Test
    void who_looks_away_and_comes_back_says_both() {
        var page = desk.begun();
        var told = new ArrayList<String>();
        page.page().onRequest(request -> {
            if (request.url().endsWith("/heartbeat")) {
                told.add(request.postData());
            }
        });

        looks(page, false);
        page.page().waitForCondition(() -> !told.isEmpty() && told.getLast().contains("\"hidden\""));
        looks(page, true);

        page.page().waitForCondition(() -> told.getLast().contains("\"visible\""));
    }

    @Test
    void where_an_issuer_signs_people_in_the_page_leads_there_and_back() {
        var profile = desk.profile();
        profile.route(
                "**/api/v1/sign-in",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"by\":\"issuer\"}")));

        var page = WorkersPage.in(profile, desk.exam().session());

        page.sees("You sign in with your organisation and come back here.");
        assertThat(page.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")))
                .hasAttribute("href", "/sign-in?to=%2Fexam");
    }

    @Test
    void who_comes_back_from_the_issuer_to_a_browser_that_knows_nothing_is_signed_in() {
        var profile = desk.profile();
        var before = WorkersPage.signedIn(profile, desk.exam().session());
        before.sees("Tiny exam");
        before.page().evaluate("localStorage.clear()");
        profile.route(
                "**/api/v1/sign-in",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"by\":\"issuer\"}")));

        WorkersPage.in(profile, desk.exam().session()).sees("Tiny exam");
    }

    @Test
    void who_signs_out_in_the_middle_takes_what_is_unsent_along() {
        var profile = desk.profile();
        profile.addInitScript("const sent = window.fetch; window.fetch = (where, how) => "
                + "String(where).endsWith('/answers') ? Promise.reject(new TypeError('cut')) : sent(where, how);");
        var page = desk.begun(profile).choose(11, 2);
        page.sees("No connection");

        page.button("Sign out").click();

        page.sees("User name");
        assertThat(desk.clicksInTheLog()).contains("11=[2]");
    }

    private static void looks(WorkersPage page, boolean there) {
        page.page()
                .evaluate(
                        "hidden => Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })",
                        !there);
        page.looksAgain();
    }
}
