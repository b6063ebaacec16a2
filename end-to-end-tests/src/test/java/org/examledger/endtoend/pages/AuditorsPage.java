package org.examledger.endtoend.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The audit page as an auditor sees it, and what he does there. */
final class AuditorsPage {
    private final Page page;
    private final URI service;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private AuditorsPage(Page page, URI service) {
        this.page = page;
        this.service = service;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** A new tab of a profile, at the sign-in unless somebody is signed in there. */
    static AuditorsPage in(BrowserContext profile, URI service) {
        var opened = new AuditorsPage(profile.newPage(), service);
        opened.goTo("");
        return opened;
    }

    static AuditorsPage signedIn(BrowserContext profile, URI service) {
        var opened = in(profile, service);
        opened.signIn("auditor");
        opened.sees("Find a session");
        return opened;
    }

    Page page() {
        return page;
    }

    /** @param query with its question mark, or nothing */
    void goTo(String query) {
        page.navigate(service.resolve("/audit" + query).toString());
    }

    void signIn(String user) {
        page.locator("[name=username]").fill(user);
        page.locator("[name=password]").fill("demo");
        page.locator("[name=password]").press("Enter");
    }

    /** Opens a session, and waits until its newest state is shown. */
    void open(String sessionId, long lastSequence) {
        goTo("?session=" + sessionId);
        seesStateAfter(lastSequence);
    }

    void search(String label, String value) {
        field(label).fill(value);
        button("Search").click();
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator found() {
        return page.locator(".found li");
    }

    /** As somebody who drags the slider does. */
    void slideTo(long sequence) {
        page.locator(".by-fact input").fill(Long.toString(sequence));
    }

    void slideToPlaceInTime(int place) {
        page.locator(".by-time").fill(Integer.toString(place));
    }

    void seesStateAfter(long sequence) {
        PlaywrightAssertions.assertThat(page.locator("past-state [data-sequence]"))
                .hasAttribute("data-sequence", Long.toString(sequence));
    }

    /** The chosen options that are shown, by question, as the API tells them. */
    Map<String, List<Integer>> answersShown() {
        var answers = new TreeMap<String, List<Integer>>();
        page.locator("past-state .asked").all().forEach(question -> {
            var chosen = question.locator("[data-chosen]").all().stream()
                    .map(it -> Integer.valueOf(it.getAttribute("data-option")))
                    .toList();
            if (!chosen.isEmpty()) {
                answers.put(question.getAttribute("data-question"), chosen);
            }
        });
        return answers;
    }

    /** One of the figures beside the answers. */
    String figure(String name) {
        return page.locator("past-state .figures div")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("dd")
                .innerText();
    }

    Locator fact(long sequence) {
        return page.locator("facts-list [data-sequence='" + sequence + "']");
    }

    Locator facts() {
        return page.locator("facts-list .entry");
    }

    Locator verdict() {
        return page.locator("session-proof .verdict");
    }

    void sees(String text) {
        PlaywrightAssertions.assertThat(page.getByText(text).first()).isVisible();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What the browser's console showed as errors. */
    List<String> complaints() {
        return complaints;
    }
}
