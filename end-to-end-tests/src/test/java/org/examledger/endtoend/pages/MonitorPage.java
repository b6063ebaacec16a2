package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.http.TinyExam;

/** The monitor as HC sees it, and what HC does there. */
final class MonitorPage {
    private final Page page;
    private final URI address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private MonitorPage(Page page, URI address) {
        this.page = page;
        this.address = address;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** A new tab that shows nothing yet. */
    static MonitorPage in(BrowserContext profile, URI service) {
        return new MonitorPage(profile.newPage(), service.resolve("/monitor"));
    }

    Page page() {
        return page;
    }

    MonitorPage open() {
        page.navigate(address.toString());
        return this;
    }

    MonitorPage watch(TinyExam exam) {
        return watch(exam.examId());
    }

    MonitorPage watch(String examId) {
        page.navigate(address + "?exam=" + examId);
        return this;
    }

    void signIn(String who) {
        page.getByLabel("User name").fill(who);
        page.getByLabel("Password").fill("demo");
        page.getByLabel("Password").press("Enter");
    }

    Locator rows() {
        return page.locator("table.workers tbody tr");
    }

    Locator rowOf(SessionClient session) {
        return rowOf(session.sessionId());
    }

    Locator rowOf(String sessionId) {
        return page.locator("tr[data-session='" + sessionId + "']");
    }

    void seesStatus(SessionClient session, String status) {
        assertThat(rowOf(session).locator(".status")).hasAttribute("data-status", status);
    }

    void seesAnswered(SessionClient session, int answered) {
        assertThat(rowOf(session).locator(".answered")).hasAttribute("data-answered", String.valueOf(answered));
    }

    /** @param by {@code live}, {@code asking} or {@code away} */
    void isFed(String by) {
        assertThat(page.locator(".board-line")).hasAttribute("data-by", by);
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    /** Opens what can be done for a worker and chooses it; the form is open then. */
    MonitorPage choose(SessionClient session, String action) {
        rowOf(session).getByRole(AriaRole.BUTTON).click();
        page.locator("dialog.worker").getByRole(AriaRole.BUTTON, named(action)).click();
        return this;
    }

    MonitorPage because(String reason) {
        form().getByLabel("Reason").fill(reason);
        return this;
    }

    Locator form() {
        return page.locator("dialog.action");
    }

    void press(String button) {
        form().getByRole(AriaRole.BUTTON, exactly(button)).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What the browser's console showed as errors. */
    List<String> complaints() {
        return complaints;
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return named(name).setExact(true);
    }
}
