package org.examledger.query.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.examledger.events.draft.DraftWorker;
import org.examledger.events.session.AnswerSuperseded;
import org.examledger.events.session.CloseScoring;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.LateAnswerReceived;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionTimedOut;
import org.examledger.events.session.Visibility;

/** A varied log that is the same again for the same seed: sessions and drafts, all kinds of facts, in odd orders. */
public final class RandomStory {
    private static final List<Integer> QUESTIONS = List.of(11, 12, 13, 14);

    private final Story story;
    private final Random random;
    private Instant now = Facts.OPENS;

    public RandomStory(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    public void tell(int sessions, int clicks) {
        var exams = List.of(story.exam("Exam one"), story.exam("Exam two", true));
        var ids = new ArrayList<UUID>();
        for (int number = 0; number < sessions; number++) {
            ids.add(story.started(exams.get(number % 2), "p-" + (number % 5), tick()));
        }
        story.assigned(exams.getFirst(), "p-never-started");
        var drafts = List.of(UUID.randomUUID(), UUID.randomUUID());
        drafts.forEach(draft -> story.draft(draft, new DraftStarted(draft, null, null), tick(), "hc-1"));
        for (int click = 1; click <= clicks; click++) {
            story.session(ids.get(random.nextInt(sessions)), clickOf(), tick());
            if (click % 20 == 0) {
                story.draft(drafts.get(random.nextInt(2)), revision(click), tick(), "hc-2");
            }
        }
        story.draft(drafts.getFirst(), new DraftLocked(3, null), tick(), "hc-1");
        for (int number = 0; number < sessions; number += 2) {
            story.session(ids.get(number), endOf(number), tick());
        }
    }

    private Instant tick() {
        now = now.plusMillis(random.nextInt(1, 5_000));
        return now;
    }

    /** A click of epoch 1 or 2, with a sequence that comes neither in order nor only once. */
    public SessionFact clickOf() {
        var question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
        var options = List.of(List.of(1), List.of(2, 3), List.<Integer>of(), List.of(4));
        var chosen = options.get(random.nextInt(options.size()));
        var epoch = random.nextInt(1, 3);
        var sequence = random.nextInt(1, 60);
        var page = random.nextInt(0, 3);
        return switch (random.nextInt(10)) {
            case 0 -> Facts.page(page, epoch, sequence);
            case 1 ->
                new HeartbeatReceived(
                        Visibility.values()[random.nextInt(Visibility.values().length)], epoch, null, null);
            case 2 -> new SessionResumed(2, "client-again", null, null);
            case 3 -> new AnswerSuperseded(question, chosen, page, epoch, sequence, null, null);
            case 4 -> new LateAnswerReceived(question, chosen, page, epoch, sequence, null, null);
            default -> Facts.answer(question, chosen, page, epoch, sequence);
        };
    }

    private static SessionFact endOf(int number) {
        return switch (number % 3) {
            case 0 -> Facts.submitted(1, 60);
            case 1 -> new ExamClosed("power cut", CloseScoring.ZERO, null);
            default -> new SessionTimedOut(Facts.OPENS.plusSeconds(3600));
        };
    }

    private DraftRevised revision(int number) {
        var id = random.nextInt(1, 5);
        var question = new DraftQuestion(
                id, "Text " + number, List.of(new DraftOption(1, "one of " + number)), List.of(1), null, number);
        return new DraftRevised(
                number,
                Map.of("title", "Title " + number, "durationMinutes", number),
                number % 3 == 0 ? List.of("category") : List.of(),
                List.of(question),
                number % 4 == 0 ? List.of(random.nextInt(1, 5)) : List.of(),
                number % 5 == 0 ? List.of(4, 2, 1, 3) : null,
                List.of(new DraftWorker("p-" + id, number)),
                List.of("p-" + random.nextInt(1, 5)),
                null,
                null);
    }
}
