package org.examledger.query.world;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.examledger.events.draft.DraftOption;
import org.examledger.events.draft.DraftPackage;
import org.examledger.events.draft.DraftPool;
import org.examledger.events.draft.DraftQuestion;
import org.examledger.events.draft.DraftRevised;
import org.examledger.events.draft.DraftWorker;
import org.examledger.events.exam.AccessToken;
import org.jspecify.annotations.Nullable;

/** Saves of a draft, by chance: questions, packages, places for pools and tokens that come and go. */
final class RandomDraft {
    private final Random random;

    RandomDraft(Random random) {
        this.random = random;
    }

    DraftRevised revision(int number) {
        var id = random.nextInt(1, 5);
        var question = new DraftQuestion(
                id, "Text " + number, List.of(new DraftOption(1, "one of " + number)), List.of(1), null, number);
        return new DraftRevised(
                number,
                Map.of("title", "Title " + number, "durationMinutes", number),
                number % 3 == 0 ? List.of("accessToken", "category") : List.of(),
                List.of(question),
                number % 4 == 0 ? List.of(random.nextInt(1, 5)) : List.of(),
                number % 5 == 0 ? List.of(4, 2, 1, 3) : null,
                List.of(new DraftWorker("p-" + id, number)),
                List.of("p-" + random.nextInt(1, 5)),
                null,
                null,
                null,
                random.nextInt(3) == 0 ? pools(number) : null,
                packages(number, id),
                random.nextInt(3) == 0 ? new AccessToken("00", 1, "kept of " + number) : null);
    }

    private List<DraftPool> pools(int number) {
        return List.of(
                new DraftPool("Ada", "expert", random.nextInt(9), random.nextInt(3)),
                new DraftPool(null, "beginner", null, number));
    }

    private @Nullable List<DraftPackage> packages(int number, int id) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 ->
                List.of(
                        new DraftPackage("A", List.of(id), pools(number)),
                        new DraftPackage(null, List.of(), List.of()));
            default -> null;
        };
    }
}
