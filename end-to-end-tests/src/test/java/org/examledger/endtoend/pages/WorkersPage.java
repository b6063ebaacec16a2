package org.examledger.endtoend.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.examledger.endtoend.client.SessionClient;

/** The exam page as a worker sees it, and what he does there. */
final class WorkersPage {
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private WorkersPage(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
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

    /** What the browser's console showed as errors, but for requests that the test itself cut. */
    List<String> complaints() {
        return complaints;
    }
}
