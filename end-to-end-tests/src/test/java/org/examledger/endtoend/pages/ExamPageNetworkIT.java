package org.examledger.endtoend.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.service.SharedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a worker clicks is lost, however bad the network is and whatever becomes of his browser. */
@ExtendWith({SharedService.class, Browsers.class})
class ExamPageNetworkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LedgerClient client;
    private final Browser browser;
    private Desk desk;

    ExamPageNetworkIT(LedgerClient client, Browser browser) {
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
    void what_is_done_while_the_network_is_cut_for_two_minutes_arrives_and_the_last_answer_wins() {
        var page = desk.begun(desk.profileWithClock());
        page.choose(11, 1);
        page.seesSaved(11);
        var tried = new AtomicInteger();
        page.page().onRequestFailed(request -> tried.incrementAndGet());

        page.cut();
        page.choose(11, 2);
        page.passes(Duration.ofSeconds(40));
        page.turnTo(2).choose(12, 4);
        page.passes(Duration.ofSeconds(40));
        page.choose(12, 3).turnTo(3).choose(13, 4);
        page.passes(Duration.ofSeconds(40));
        page.sees("No connection. Your answers are kept on this device (3 not sent)");
        page.turnTo(1);
        page.mend();

        page.seesSaved(11);
        page.sees("All answers are saved.");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(desk.clicksInTheLog())
                        .containsExactly(
                                "11=[1]", "11=[2]", "page 1", "12=[4]", "12=[3]", "page 2", "13=[4]", "page 0"));
        assertThat(desk.answersInTheLog()).isEqualTo(Map.of("11", List.of(2), "12", List.of(3), "13", List.of(4)));
        assertThat(desk.resumed().pageIndex()).isZero();
        // The click that was overtaken on this device is remembered too (R3).
        assertThat(desk.trail()).anySatisfy(it -> {
            assertThat(it.type()).isEqualTo("AnswerSuperseded");
            assertThat(it.payload().path("optionIds").toString()).isEqualTo("[4]");
        });
        assertThat(tried.get()).as("patiently, but again and again").isBetween(5, 40);
    }

    @Test
    void a_browser_that_is_killed_with_unsent_answers_sends_them_when_it_is_started_again(@TempDir Path folder) {
        var killed = desk.begun(desk.kept(onDisk(folder)));
        killed.loseCommands();
        killed.choose(11, 3).choose(11, 4).turnTo(2).choose(12, 1);
        killed.sees("No connection. Your answers are kept on this device (2 not sent)");
        kill(folder);

        var page = WorkersPage.in(desk.kept(onDisk(folder)), desk.exam().session());
        page.signInIfAsked(desk.exam().session().workerId());
        page.button("Go on Tiny exam").click();

        page.seesQuestion(11);
        assertThat(page.option(11, 4)).isChecked();
        page.seesSaved(11);
        page.turnTo(2);
        assertThat(page.option(12, 1)).isChecked();
        page.seesSaved(12);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk.clicksInTheLog()).startsWith("11=[3]", "11=[4]", "page 1", "12=[1]"));
        assertThat(desk.answersInTheLog()).isEqualTo(Map.of("11", List.of(4), "12", List.of(1)));
    }

    @Test
    void a_reload_with_unsent_answers_loses_none() {
        var page = desk.begun();
        page.loseCommands();
        page.choose(11, 3);
        page.sees("No connection");
        page.page().unroute("**/api/v1/sessions/**");

        page.page().reload();

        page.seesSaved(11);
        assertThat(page.option(11, 3)).isChecked();
        assertThat(desk.answersInTheLog()).containsEntry("11", List.of(3));
    }

    @Test
    void an_answer_that_the_device_cannot_keep_shares_its_number_with_no_other() {
        var page = desk.begun();
        page.page().evaluate("""
            () => {
                const put = IDBObjectStore.prototype.put;
                let full = true;
                IDBObjectStore.prototype.put = function (row) {
                    const kept = put.call(this, row);
                    if (full && this.name === 'clicks') {
                        full = false;
                        return this.add(row);
                    }
                    return kept;
                };
            }
            """);

        page.choose(11, 3);
        page.sees("This device cannot keep your answers.");
        page.choose(11, 2);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(desk.clicksInTheLog()).containsExactly("11=[3]", "11=[2]"));
    }

    @Test
    void of_three_quick_clicks_on_a_slow_network_the_last_one_counts() {
        var page = desk.begun();
        page.page().route("**/answers*", route -> {
            page.page().waitForTimeout(300);
            route.resume();
        });

        page.choose(11, 1).choose(11, 2).choose(11, 1);

        page.seesSaved(11);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(desk.answersInTheLog()).containsEntry("11", List.of(1)));
        assertThat(page.option(11, 1)).isChecked();
    }

    @Test
    void a_lost_reply_is_asked_for_again_and_stored_once() {
        var page = desk.begun();
        var lost = new AtomicInteger();
        page.page().route("**/answers*", route -> {
            if (lost.getAndIncrement() == 0) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        page.choose(11, 2);

        page.seesSaved(11);
        assertThat(desk.trail().stream().filter(it -> it.type().equals("AnswerSelected")))
                .hasSize(1);
    }

    @Test
    void handing_in_takes_unsent_answers_along_and_is_repeated_until_it_is_answered() {
        var page = desk.begun();
        page.cut();
        page.choose(11, 2);
        page.handIn();
        page.sees("Not handed in yet: no connection.");

        page.mend();

        page.seesEnd("Handed in");
        assertThat(desk.result().score()).isEqualByComparingTo("5");
    }

    @Test
    void nothing_can_be_answered_while_it_is_handed_in() {
        var page = desk.begun();
        page.cut();
        page.handIn();
        page.sees("Not handed in yet: no connection.");

        var places = page.page().locator("question-panel button.place");
        assertThat(places.and(page.page().locator(":disabled"))).hasCount(3);
        page.mend();

        page.seesEnd("Handed in");
    }

    @Test
    void a_page_that_goes_away_says_so_and_sends_what_waits_without_waiting_itself() {
        var profile = desk.profile();
        // Nothing but what a page sends while it goes away comes through.
        profile.addInitScript("const sent = window.fetch; window.fetch = (where, how) => "
                + "String(where).endsWith('/answers') ? Promise.reject(new TypeError('cut')) : sent(where, how);");
        var page = desk.begun(profile).choose(11, 2);
        page.sees("No connection");

        page.page().navigate("about:blank");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(desk.clicksInTheLog()).contains("11=[2]");
            assertThat(desk.trail())
                    .extracting(it -> it.payload().path("visibility").asString(""))
                    .contains("LEAVING");
        });
    }

    /** A browser that keeps what pages store. */
    private BrowserContext onDisk(Path folder) {
        return browser.browserType()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Browsers.chromium())
                                .setArgs(Browsers.ARGUMENTS)
                                .setLocale("en-GB"));
    }

    /** As {@code kill -9} does it: nothing can be written down any more. */
    private static void kill(Path folder) {
        var all = ProcessHandle.allProcesses()
                .filter(it -> it.info().commandLine().orElse("").contains(folder.toString()))
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                .distinct()
                .toList();
        assertThat(all).as("processes of the browser").isNotEmpty();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(it -> it.onExit().join());
    }
}
