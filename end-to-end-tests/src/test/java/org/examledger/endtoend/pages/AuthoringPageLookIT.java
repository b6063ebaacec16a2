package org.examledger.endtoend.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every state of the authoring page can be read by everybody, in both themes; pictures of them are left under {@code target}. */
@ExtendWith({SharedService.class, Browsers.class})
class AuthoringPageLookIT {
    private final LedgerClient client;
    private final Browser browser;

    AuthoringPageLookIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @Test
    void every_state_meets_wcag_and_fits_every_width() {
        var draftId = draft();
        try (var profile = browser.newContext(
                // Half-way from one colour to another nothing can be judged.
                new Browser.NewContextOptions().setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE))) {
            profile.setDefaultTimeout(20_000);
            var page = AuthorsPage.in(profile, client.baseUrl()).signIn("hc");
            page.sees("Drafts");
            page.page().locator(".drafts li .quiet").first().click();
            look(page.page(), "drafts");
            page.page().getByText("Question pools").click();
            page.sees("Write another pool");
            look(page.page(), "pools");
            page.page()
                    .locator("section[aria-label=SQL] .levels button")
                    .first()
                    .click();
            page.page().locator(".titles button").first().click();
            look(page.page(), "pool");

            var desk = AuthorsPage.at(profile, client.baseUrl(), draftId, "details");
            page.page().close();
            look(desk.page(), "details");
            desk.turnTo("questions");
            desk.open(2);
            look(desk.page(), "question");
            desk.button("Delete").click();
            desk.button("Paste from a spreadsheet").click();
            desk.paste("Good?\tyes\tno\tA\t1\nBad?\tyes\t\tA\t1");
            desk.sees("Right: 1. Left out: 1.");
            look(desk.page(), "paste");
            desk.button("Import a file").click();
            desk.chooseFile("questions.gift", "::One::Which?{=yes ~no}\n\n::Two::Say it{=yes}");
            desk.sees("Skipped: 1.");
            look(desk.page(), "import");
            desk.button("Close").click();
            desk.button("Draw from a pool").click();
            desk.button("Divide into packages").click();
            look(desk.page(), "packages");
            desk.turnTo("workers");
            look(desk.page(), "workers");
            desk.turnTo("lock");
            desk.sees("Still missing");
            look(desk.page(), "missing");
            desk.turnTo("details");
            desk.seesSaved();
            showTwoVersions(desk, draftId);
            lock(desk);
        }
    }

    private void showTwoVersions(AuthorsPage desk, String draftId) {
        desk.cutSaves();
        desk.fill("title", "Mine");
        desk.seesState("unreachable");
        look(desk.page(), "not-saved");
        client.sendAs("hc", Call.put(Paths.draft(draftId), Map.of("title", "Theirs", "category", "Theirs")))
                .successful();
        desk.savesGetThrough();
        desk.sees("Two versions");
        look(desk.page(), "two-versions");
        desk.button("Take yours Title").click();
        desk.button("All right").click();
        desk.seesSaved();
    }

    private static void lock(AuthorsPage desk) {
        desk.turnTo("questions");
        desk.button("Dissolve B").click();
        desk.button("Dissolve A").click();
        desk.page().locator("[data-entry^=pool]").click();
        desk.button("Delete").click();
        desk.turnTo("lock");
        desk.button("Lock the draft").click();
        look(desk.page(), "lock");
        desk.button("Lock it").click();
        desk.sees("Workers who have their exam: 1.");
        look(desk.page(), "locked");
    }

    @Test
    void the_page_speaks_bahasa_indonesia() {
        try (var profile = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID"))) {
            var page = AuthorsPage.in(profile, client.baseUrl());
            page.page().getByLabel("Nama pengguna").fill("hc");
            page.page().getByLabel("Kata sandi").fill("demo");
            page.page().getByLabel("Kata sandi").press("Enter");
            page.button("Draf baru").first().click();
            page.sees("Menit untuk setiap pekerja");
            page.turnTo("lock");
            page.sees("Judul: belum diisi");
            assertThat(page.page().locator("main").innerText()).doesNotContain("authoring.");
        }
    }

    /** Whoever changes the appearance stays where he is. */
    private static void look(Page shown, String state) {
        for (var theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            shown.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            new Looks("authoring", theme).look(shown, state);
        }
    }

    private String draft() {
        var options = List.of(Map.of("id", 1, "text", "Anyone"), Map.of("id", 2, "text", "Whoever was instructed"));
        var saved = client.sendAs(
                        "hc",
                        Call.post(
                                Paths.DRAFTS,
                                Map.of(
                                        "title",
                                        "Safety at heights",
                                        "opensAt",
                                        "2026-12-01T08:00",
                                        "zone",
                                        "Asia/Jakarta",
                                        "durationMinutes",
                                        30,
                                        "passPercentage",
                                        60,
                                        "workers",
                                        List.of(Map.of("workerId", "worker-980000001", "name", "Ada Rope")),
                                        "questions",
                                        List.of(
                                                Map.of(
                                                        "id",
                                                        1,
                                                        "text",
                                                        "Who may set up a ladder?",
                                                        "points",
                                                        4,
                                                        "correct",
                                                        List.of(2),
                                                        "options",
                                                        options),
                                                Map.of("id", 2, "text", "", "options", options)))))
                .successful()
                .json();
        var draftId = saved.path("draftId").asString();
        client.sendAs(
                        "hc",
                        Call.get(Paths.draft(draftId))
                                .atLeast(saved.path("position").asLong()))
                .successful();
        return draftId;
    }
}
