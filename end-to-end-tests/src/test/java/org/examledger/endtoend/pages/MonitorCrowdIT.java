package org.examledger.endtoend.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.examledger.endtoend.client.AuditTrail;
import org.examledger.endtoend.client.ExamDraft;
import org.examledger.endtoend.client.ExamDraft.Option;
import org.examledger.endtoend.client.ExamDraft.Question;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.Receipt;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.client.SubmitSession;
import org.examledger.endtoend.exams.Crowd;
import org.examledger.endtoend.http.TinyExam;
import org.examledger.endtoend.service.SharedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fifty workers take an exam while HC watches it: most of them are programs, some sit before a real exam page. What HC sees
 * never goes back, and in the end is what the log holds.
 */
@ExtendWith({SharedService.class, Browsers.class})
class MonitorCrowdIT {
    private static final int WORKERS = 50;
    private static final int AT_PAGES = 3;
    private static final int QUESTIONS = 6;
    private static final int ON_A_PAGE = 3;
    private static final int FIRST = 11;

    /** Keeps what the attribute with a number of answers was before, wherever it became less. */
    private static final String WATCH_FOR_LOSSES = """
            () => {
              window.losses = [];
              new MutationObserver((changes) => {
                for (const { target, oldValue } of changes) {
                  if (Number(target.dataset.answered) < Number(oldValue)) {
                    const row = target.closest('tr')?.dataset.session ?? 'all';
                    window.losses.push(row + ': ' + oldValue + ' to ' + target.dataset.answered);
                  }
                }
              }).observe(document.body, { subtree: true, attributeFilter: ['data-answered'], attributeOldValue: true });
            }
            """;

    private static final String ROWS = """
            () => [...document.querySelectorAll('table.workers tbody tr')].map((row) => [
              row.dataset.session,
              row.querySelector('.status').dataset.status,
              row.querySelector('.answered').dataset.answered,
              row.querySelector('.score-cell .value').textContent.trim().split(' ')[0],
            ].join(' '))
            """;

    private final LedgerClient client;
    private final Browser browser;
    private final List<BrowserContext> profiles = new ArrayList<>();

    MonitorCrowdIT(LedgerClient client, Browser browser) {
        this.client = client;
        this.browser = browser;
    }

    @AfterEach
    void closeProfiles() {
        profiles.forEach(BrowserContext::close);
    }

    @Test
    void what_hc_sees_of_fifty_workers_never_goes_back_and_ends_as_the_log_says() {
        var seed = new Random().nextLong();
        System.out.println("MonitorCrowdIT seed " + seed);
        var random = new Random(seed);
        var exam = locked();
        var atPages = exam.sessions().subList(0, AT_PAGES);
        var programs = exam.sessions().subList(AT_PAGES, WORKERS).stream()
                .map(it -> new Program(it, new Random(random.nextLong())))
                .toList();
        var hc = MonitorPage.in(profile(), client.baseUrl()).watch(exam);
        hc.signIn("hc");
        hc.isFed("live");
        hc.page().evaluate(WATCH_FOR_LOSSES);
        var pages = atPages.stream()
                .map(it -> WorkersPage.signedIn(profile(), it).start())
                .toList();
        Crowd.each(programs, Program::start);

        for (var question = FIRST; question < FIRST + QUESTIONS; question++) {
            var asked = question;
            var answering = CompletableFuture.runAsync(() -> Crowd.each(programs, it -> it.answer(asked)));
            for (var page : pages) {
                if (asked == FIRST + ON_A_PAGE) {
                    page.turnTo(asked - FIRST + 1);
                }
                page.choose(asked, 1 + asked % 2);
            }
            answering.join();
            seesAnswersOfAll(hc, WORKERS * (question - FIRST + 1));
        }
        pages.getFirst().handIn();
        pages.getFirst().seesEnd("Handed in");
        Crowd.each(programs.subList(0, WORKERS / 2), Program::submit);

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(rowsOf(hc)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(asLogged(exam)));
        assertThat((List<?>) hc.page().evaluate("() => window.losses")).isEmpty();
        assertThat(hc.complaints()).isEmpty();
        hc.isFed("live");
    }

    private static void seesAnswersOfAll(MonitorPage hc, int answers) {
        hc.page().locator(".whole [data-answered='" + answers + "']").waitFor();
    }

    @SuppressWarnings("unchecked")
    private static List<String> rowsOf(MonitorPage hc) {
        return (List<String>) hc.page().evaluate(ROWS);
    }

    /** Session, status, answered questions and score, as they follow from the facts. */
    private List<String> asLogged(TinyExam exam) {
        return Crowd.each(exam.sessions(), session -> {
            var chosen = new TreeMap<Integer, Integer>();
            var status = "IN_PROGRESS";
            for (var fact : new AuditTrail(client).of(session.sessionId(), exam.position())) {
                if (fact.type().equals("AnswerSelected")) {
                    chosen.put(
                            fact.payload().path("questionId").asInt(),
                            fact.payload().path("optionIds").path(0).asInt());
                } else if (fact.type().equals("SessionSubmitted")) {
                    status = "SUBMITTED";
                }
            }
            var right = chosen.values().stream().filter(option -> option == 1).count();
            var score = status.equals("SUBMITTED") ? String.valueOf(right) : "–";
            return String.join(" ", session.sessionId(), status, String.valueOf(chosen.size()), score);
        });
    }

    private TinyExam locked() {
        var plain = TinyExam.draft("Fifty at once", WORKERS);
        var questions = IntStream.range(FIRST, FIRST + QUESTIONS)
                .mapToObj(id -> new Question(id, "text of question " + id, options(id), List.of(1), 1))
                .toList();
        return TinyExam.locked(
                client,
                new ExamDraft(
                        plain.title(),
                        plain.category(),
                        plain.opensAt(),
                        plain.zone(),
                        plain.durationMinutes(),
                        plain.passPercentage(),
                        ON_A_PAGE,
                        plain.workers(),
                        questions));
    }

    private static List<Option> options(int question) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(option -> new Option(option, "option " + option + " of " + question))
                .toList();
    }

    private BrowserContext profile() {
        var profile = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        profile.setDefaultTimeout(Duration.ofSeconds(60).toMillis());
        profiles.add(profile);
        return profile;
    }

    /** A worker without a page: answers, often thinks better of it, and hands in. */
    private static final class Program {
        private final SessionClient session;
        private final Random random;
        private @Nullable Receipt started;
        private long clientSeq;

        Program(SessionClient session, Random random) {
            this.session = session;
            this.random = random;
        }

        int start() {
            started = session.start(UUID.randomUUID()).as(Receipt.class);
            return 1;
        }

        int answer(int question) {
            var clicks = 1 + random.nextInt(3);
            for (var click = 0; click < clicks; click++) {
                var option = 1 + random.nextInt(4);
                var page = (question - FIRST) / ON_A_PAGE;
                session.answer(new SelectAnswer(epoch(), ++clientSeq, question, List.of(option), page, null))
                        .successful();
            }
            return clicks;
        }

        int submit() {
            session.submit(new SubmitSession(epoch(), clientSeq + 1, clientSeq, List.of(), Map.of()))
                    .successful();
            return 1;
        }

        private long epoch() {
            if (started == null) {
                throw new IllegalStateException("not started");
            }
            return started.epoch();
        }
    }
}
