package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.examledger.endtoend.client.Call;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.PastDifference;
import org.examledger.endtoend.client.PastState;
import org.examledger.endtoend.client.Paths;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a session looked at each moment, as the audit page goes back to it; what is true is what the API says. */
@ExtendWith({SharedService.class, Browsers.class})
class AuditReplayIT {
    private final LedgerClient client;
    private final ServiceProcess service;
    private final BrowserContext profile;
    private PastSession past;

    AuditReplayIT(LedgerClient client, ServiceProcess service, Browser browser) {
        this.client = client;
        this.service = service;
        this.profile = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    @BeforeEach
    void a_session_that_was_handed_in() {
        past = PastSession.handedIn(client);
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private AuditorsPage opened() {
        return past.shownIn(AuditorsPage.signedIn(profile, service.baseUrl()));
    }

    private PastState stateAfter(long sequence) {
        return client.sendAs("auditor", Call.get(Paths.audit(past.id(), "state?sequence=" + sequence)))
                .as(PastState.class);
    }

    @Test
    void the_slider_shows_at_each_moment_what_the_service_says_of_it() {
        var page = opened();

        for (var sequence : List.of(2L, 5L, 1L, 4L, 7L, past.last().sequence())) {
            page.slideTo(sequence);
            page.seesStateAfter(sequence);
            var then = stateAfter(sequence);
            assertThat(page.answersShown()).as("after %d", sequence).isEqualTo(new TreeMap<>(then.answers()));
            assertThat(page.figure("Page")).isEqualTo(then.pageIndex() + 1 + " of 3");
            assertThat(page.figure("Points so far")).isEqualTo(then.points() + " of 35");
            assertThat(page.fact(sequence)).hasAttribute("aria-current", "true");
        }
        assertThat(page.figure("Score")).isEqualTo("15 points, 42 %: Not passed");

        page.slideToPlaceInTime(0);
        page.seesStateAfter(1);
        page.slideToPlaceInTime(10_000);
        page.seesStateAfter(past.last().sequence());
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void a_reply_that_comes_too_late_does_not_take_the_place_of_a_newer_one() {
        var page = opened();
        var held = new AtomicReference<Route>();
        page.page().route("**/state?sequence=2", held::set);

        page.slideTo(2);
        page.page().waitForCondition(() -> held.get() != null);
        page.slideTo(5);
        page.seesStateAfter(5);
        page.page().evaluate("""
                () => {
                  window.shown = [];
                  const see = () => window.shown.push(document.querySelector('past-state [data-sequence]').dataset.sequence);
                  const all = { subtree: true, attributeFilter: ['data-sequence'] };
                  new MutationObserver(see).observe(document.querySelector('past-state'), all);
                }""");
        page.page().waitForResponse("**/state?sequence=2", () -> held.get().resume());
        page.slideTo(4);
        page.seesStateAfter(4);
        assertThat(page.page().evaluate("window.shown")).isEqualTo(List.of("4"));

        page.slideTo(2);
        // It was kept when it came, so it is shown without being asked for again.
        page.seesStateAfter(2);
        assertThat(page.answersShown()).isEqualTo(Map.of("11", List.of(1)));
    }

    @Test
    void the_player_runs_to_the_end_and_steps_from_fact_to_fact() {
        var page = opened();

        page.slideTo(1);
        page.seesStateAfter(1);
        page.page().getByLabel("Speed").selectOption("60");
        page.page().locator(".play").click();
        page.seesStateAfter(past.last().sequence());
        assertThat(page.page().locator(".play")).containsText("Play");
        page.button("Previous fact").click();
        page.seesStateAfter(past.last().sequence() - 1);
        page.button("Previous fact").click();
        page.seesStateAfter(past.last().sequence() - 2);
        page.button("Next fact").click();
        page.seesStateAfter(past.last().sequence() - 1);
        // The same by keyboard.
        page.page().locator(".by-fact input").press("Home");
        page.seesStateAfter(0);
        page.page().locator(".by-fact input").press("ArrowRight");
        page.seesStateAfter(1);
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void a_replay_passes_over_silence_when_told_to_and_long_gaps_are_drawn_shorter() {
        var page = AuditorsPage.in(profile, service.baseUrl());

        var told = page.page().evaluate("""
                async () => {
                  const { advanced } = await import('/assets/audit/replay.js');
                  const { TimeScale } = await import('/assets/audit/time-scale.js');
                  const instants = [0, 200_000, 201_000];
                  const on = (at, skipsSilence) => advanced({ at, watched: 100, speed: 20, skipsSilence, instants });
                  const scale = new TimeScale([0, 600_000, 86_400_000]);
                  return [
                    on(0, false), on(0, true), on(199_500, true), on(200_500, true),
                    scale.placeOf(600_000), scale.placeOf(300_000), scale.instantAt(0.25), scale.cuts.length,
                  ].join(' ');
                }""");

        assertThat(told).isEqualTo("2000 199000 201000 201000 0.5 0.25 300000 1");
    }

    @Test
    void two_moments_are_compared_as_the_service_compares_them() {
        var page = opened();
        page.page().locator("past-difference [name=from]").fill("2");
        page.page().locator("past-difference [name=to]").fill("6");
        page.button("Compare").click();

        var rows = page.page().locator("past-difference tbody tr[data-question]");
        assertThat(rows).hasCount(2);
        var difference = client.sendAs("auditor", Call.get(Paths.audit(past.id(), "difference?from=2&to=6")))
                .as(PastDifference.class);
        assertThat(rows.all())
                .extracting(it -> it.getAttribute("data-question"))
                .isEqualTo(difference.answers().stream()
                        .map(it -> Integer.toString(it.questionId()))
                        .toList());
        assertThat(rows.first()).containsText("“option 1 of 11”");
        assertThat(rows.first()).containsText("“option 2 of 11”");
        assertThat(page.page().locator("past-difference tbody"))
                .containsText(Pattern.compile("Points so far\\s*0\\s*15"));
    }
}
