package org.examledger.endtoend.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of the exam page can be read by everybody, in both themes; pictures of them are left under {@code target}. */
@ExtendWith({SharedService.class, Browsers.class})
class ExamPageLookIT {
    /** A small phone, a tablet, a desk. */
    private static final List<Integer> WIDTHS = List.of(320, 768, 1440);

    /** WCAG 2.2 AA, with what the versions before asked for. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final LedgerClient client;
    private final Browser browser;

    ExamPageLookIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_state_meets_wcag_and_fits_every_width(ColorScheme theme) {
        var exam = TinyExam.locked(client, 1);
        try (var profile = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setColorScheme(theme))) {
            var page = WorkersPage.in(profile, exam.session());
            page.sees("User name");
            look(page.page(), theme, "sign-in");
            page.signIn(exam.session().workerId());
            page.sees("Tiny exam");
            look(page.page(), theme, "exams");
            page.start().choose(11, 2);
            page.seesSaved(11);
            look(page.page(), theme, "question");
            profile.setOffline(true);
            page.choose(11, 3);
            page.sees("No connection");
            look(page.page(), theme, "offline");
            profile.setOffline(false);
            page.sees("All answers are saved.");
            page.review();
            page.sees("Unanswered: 2");
            look(page.page(), theme, "review");
            var second = WorkersPage.in(profile, exam.session());
            second.button("Go on Tiny exam").click();
            second.sees("Open in another tab");
            look(second.page(), theme, "elsewhere");
            second.page().close();
            page.button("Hand in").click();
            page.sees("Not passed");
            look(page.page(), theme, "ended");
        }
    }

    @Test
    void the_page_speaks_bahasa_indonesia_to_who_reads_it_and_to_who_chooses_it() {
        var exam = TinyExam.locked(client, 1);
        try (var profile = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID"))) {
            var page = WorkersPage.in(profile, exam.session());
            page.sees("Nama pengguna");
            assertThat(page.page().locator("html").getAttribute("lang")).isEqualTo("id");

            page.page().locator("top-bar select").first().selectOption("en");

            page.sees("User name");
            page.page().reload();
            page.sees("User name");
        }
    }

    private static void look(Page page, ColorScheme theme, String state) {
        for (var width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "exam-%s-%s-%d.png".formatted(state, theme, width))));
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s scrolls sideways at %d", state, width)
                    .isLessThanOrEqualTo(width);
        }
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertThat(found.stream()
                        .map(it -> it.getId() + ": "
                                + it.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()) + " " + node.getFailureSummary())
                                        .toList()))
                .as("%s, %s", state, theme)
                .isEmpty();
    }
}
