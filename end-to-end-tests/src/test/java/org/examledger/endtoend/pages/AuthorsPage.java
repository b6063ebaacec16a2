package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The authoring page as HC sees it, and what is done there. */
final class AuthorsPage {
    private static final String SAVES = "**/api/v1/drafts/**";

    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private AuthorsPage(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** A new tab at the sign-in. */
    static AuthorsPage in(BrowserContext profile, URI service) {
        var opened = new AuthorsPage(profile.newPage());
        opened.page.navigate(service.resolve("/authoring").toString());
        return opened;
    }

    /** A new tab of a profile that is signed in already, at one draft. */
    static AuthorsPage at(BrowserContext profile, URI service, String draftId, String part) {
        var opened = new AuthorsPage(profile.newPage());
        opened.page.navigate(
                service.resolve("/authoring?draft=" + draftId + "&part=" + part).toString());
        assertThat(opened.page.locator(".parts")).isVisible();
        return opened;
    }

    Page page() {
        return page;
    }

    AuthorsPage signIn(String user) {
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill("demo");
        page.getByLabel("Password").press("Enter");
        return this;
    }

    AuthorsPage turnTo(String part) {
        page.locator("[data-part=" + part + "]").click();
        return this;
    }

    Locator field(String name) {
        return page.locator("[data-field=" + name + "]").first();
    }

    AuthorsPage fill(String field, String value) {
        field(field).fill(value);
        return this;
    }

    Locator option(int index) {
        return page.locator(".option-text").nth(index);
    }

    void markRight(int index) {
        page.locator(".right input").nth(index).check();
    }

    /** By its id, as the list of titles names it. */
    AuthorsPage open(int questionId) {
        page.locator("[data-entry='" + questionId + "']").click();
        assertThat(page.locator("[data-question='" + questionId + "']")).isVisible();
        return this;
    }

    void chooseFile(String name, String content) {
        page.locator("file-import input[type=file]")
                .setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
    }

    void paste(String cells) {
        page.locator(".pasted").fill(cells);
    }

    void seesSaved() {
        seesState("saved");
    }

    /** @param state as the keeper of the draft names it */
    void seesState(String state) {
        assertThat(page.locator(".save")).hasAttribute("data-state", state);
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Saves get no answer. */
    void cutSaves() {
        onSaves(Route::abort);
    }

    /** The next save is stored, and its reply lost. */
    void loseOneReply() {
        var lost = new AtomicBoolean();
        onSaves(route -> {
            if (lost.getAndSet(true)) {
                route.resume();
            } else {
                route.fetch();
                route.abort();
            }
        });
    }

    void saveIsAnswered(int status, String problem) {
        var reply = new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody(problem);
        onSaves(route -> route.fulfill(reply));
    }

    private void onSaves(Consumer<Route> act) {
        page.route(SAVES, route -> {
            if (route.request().method().equals("PUT")) {
                act.accept(route);
            } else {
                route.resume();
            }
        });
    }

    /** The network is there again, and the browser says so. */
    void savesGetThrough() {
        page.unroute(SAVES);
        page.evaluate("dispatchEvent(new Event('online'))");
    }

    /** What the browser's console showed as errors, but for requests that the test itself cut. */
    List<String> complaints() {
        return complaints;
    }
}
