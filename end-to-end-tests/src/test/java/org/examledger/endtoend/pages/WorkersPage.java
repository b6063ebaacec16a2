package org.examledger.endtoend.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.examledger.endtoend.client.SessionClient;

/** The exam page as a worker sees it, and what he does there. */
final class WorkersPage {
    private final Page page;

    private WorkersPage(Page page) {
        this.page = page;
    }

    /** A new tab at the list of exams, signed in. */
    static WorkersPage signedIn(BrowserContext profile, SessionClient session) {
        var opened = in(profile, session);
        opened.signIn(session.workerId());
        return opened;
    }

    /** A new tab of a profile that may be signed in already. */
    static WorkersPage in(BrowserContext profile, SessionClient session) {
        var opened = new WorkersPage(profile.newPage());
        opened.page.navigate(session.client().baseUrl().resolve("/exam").toString());
        return opened;
    }

    Page page() {
        return page;
    }

    void signIn(String worker) {
        page.getByLabel("User name").fill(worker);
        page.getByLabel("Password").fill("demo");
        page.getByLabel("Password").press("Enter");
    }

    /** Cookies are written to disk now and then only, so a browser that was killed may have lost them. */
    void signInIfAsked(String worker) {
        see(page.locator("[name=username], my-exams li").first());
        if (page.locator("[name=username]").isVisible()) {
            signIn(worker);
        }
    }

    /** The person comes back to this tab. */
    void looksAgain() {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    WorkersPage start() {
        page.locator("my-exams button.main").click();
        seesQuestion(11);
        return this;
    }

    WorkersPage choose(int questionId, int optionId) {
        option(questionId, optionId).click();
        return this;
    }

    Locator option(int questionId, int optionId) {
        return page.locator("#question-" + questionId)
                .getByLabel("option " + optionId + " of " + questionId, new Locator.GetByLabelOptions().setExact(true));
    }

    WorkersPage turnTo(int pageNumber) {
        page.locator("question-panel button.place").nth(pageNumber - 1).click();
        return this;
    }

    void seesQuestion(int questionId) {
        see(page.locator("#question-" + questionId));
    }

    void seesSaved(int questionId) {
        PlaywrightAssertions.assertThat(page.locator("#question-" + questionId + " .saved"))
                .hasAttribute("data-state", "saved");
    }

    void sees(String text) {
        see(page.getByText(text).first());
    }

    void seesTimeLeft(String digits) {
        PlaywrightAssertions.assertThat(page.locator(".timer .digits")).containsText(digits);
    }

    /** What a screen reader says about the time. */
    void hears(String warning) {
        PlaywrightAssertions.assertThat(page.locator("exam-timer [aria-live]")).hasText(warning);
    }

    /** The network of the whole browser, which notices it. */
    void cut() {
        page.context().setOffline(true);
    }

    void mend() {
        page.context().setOffline(false);
    }

    /** Commands only, so that the browser does not notice it. */
    void loseCommands() {
        page.route("**/api/v1/sessions/**", Route::abort);
    }

    /** Time goes by on this device, in steps, so that whatever waits comes to its turn. */
    void passes(Duration time) {
        var step = Duration.ofSeconds(10);
        for (var left = time; left.isPositive(); left = left.minus(step)) {
            page.clock().fastForward(Math.min(left.toMillis(), step.toMillis()));
        }
    }

    /** The heading of the last screen; its words also stand in what is shown before. */
    void seesEnd(String heading) {
        PlaywrightAssertions.assertThat(page.locator(".ended h1")).hasText(heading);
    }

    private static void see(Locator what) {
        PlaywrightAssertions.assertThat(what).isVisible();
    }

    void review() {
        button("Review and hand in").click();
    }

    void handIn() {
        review();
        button("Hand in").click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
