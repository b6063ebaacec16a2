package org.examledger.query.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.examledger.events.draft.DraftDiscarded;
import org.examledger.events.draft.DraftExpired;
import org.examledger.events.draft.DraftLocked;
import org.examledger.events.draft.DraftStarted;

/** A varied log that is the same again for the same seed: exams, sessions, drafts and pools, all kinds of facts, in odd
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
        var drafts = Stream.generate(UUID::randomUUID).limit(4).toList();
        var saves = new RandomDraft(random);
        var pools = new RandomPools(random);
        drafts.forEach(draft -> story.draft(draft, new DraftStarted(draft, null, null), tick(), "hc-1"));
        var ids = List.copyOf(lives.keySet());
        for (int click = 1; click <= clicks; click++) {
            var id = ids.get(random.nextInt(sessions));
            happens(id, Objects.requireNonNull(lives.get(id)));
            if (click % 20 == 0) {
                story.draft(drafts.get(random.nextInt(4)), saves.revision(click), tick(), "hc-" + random.nextInt(3));
                var level = pools.level();
                story.pool("Random", level, pools.next(level, click), tick());
                story.exam(
                        exams.get(click / 20 % 2), changes.get(click / 20 % 2).next(), tick());
            }
        }
        story.draft(drafts.getFirst(), new DraftLocked(3, null), tick(), "hc-1");
        story.draft(drafts.get(1), new DraftDiscarded(null), tick(), "hc-2");
        story.draft(drafts.get(2), new DraftExpired(Facts.OPENS), tick(), "system");
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
}
