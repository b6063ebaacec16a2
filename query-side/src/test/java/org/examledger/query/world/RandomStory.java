package org.examledger.query.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftStarted;
import org.examledger.events.draft.DraftWorker;

/** A varied log that is the same again for the same seed: exams, sessions and drafts, all kinds of facts, in odd
 * orders. */
public final class RandomStory {
    private final Story story;
    private final Random random;
    private Instant now = Facts.OPENS;

    public RandomStory(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    public void tell(int sessions, int clicks) {
        var exams = List.of(story.exam("Exam one"), story.exam("Exam two", true));
        var changes = List.of(new RandomExam(random), new RandomExam(random));
        var lives = new LinkedHashMap<UUID, RandomSession>();
        for (int number = 0; number < sessions; number++) {
            var id = UUID.randomUUID();
            var life = new RandomSession(random);
            lives.put(id, life);
            story.session(id, life.assigned(id, exams.get(number % 2), "p-" + (number % 5)), tick());
            happens(id, life);
        }
        story.assigned(exams.getFirst(), "p-never-started");
        var drafts = List.of(UUID.randomUUID(), UUID.randomUUID());
        drafts.forEach(draft -> story.draft(draft, new DraftStarted(draft, null, null), tick(), "hc-1"));
        var ids = List.copyOf(lives.keySet());
        for (int click = 1; click <= clicks; click++) {
            var id = ids.get(random.nextInt(sessions));
            happens(id, Objects.requireNonNull(lives.get(id)));
            if (click % 20 == 0) {
                story.draft(drafts.get(random.nextInt(2)), revision(click), tick(), "hc-2");
                story.exam(
                        exams.get(click / 20 % 2), changes.get(click / 20 % 2).next(), tick());
            }
        }
        story.draft(drafts.getFirst(), new DraftLocked(3, null), tick(), "hc-1");
        lives.forEach((id, life) -> {
            var at = tick();
            story.session(id, life.end(at), at);
        });
    }

    private void happens(UUID id, RandomSession life) {
        var at = tick();
        story.session(id, life.next(at), at);
    }

    private Instant tick() {
        now = now.plusMillis(random.nextInt(1, 5_000));
        return now;
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
