package org.examledger.query.world;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.examledger.events.exam.ExamOption;
import org.examledger.events.exam.ExamQuestion;
import org.examledger.events.pool.PoolFact;
import org.examledger.events.pool.PoolGenerationFailed;
import org.examledger.events.pool.PoolGenerationRequested;
import org.examledger.events.pool.PoolPublished;

/** What happens to two pools, by chance: results in time, of generations that were overtaken, and by hand. */
final class RandomPools {
    private final Random random;
    private final List<UUID> generations;

    RandomPools(Random random) {
        this.random = random;
        generations = List.of(new UUID(1, random.nextLong()), new UUID(2, random.nextLong()));
    }

    String level() {
        return random.nextBoolean() ? "Expert" : "beginner";
    }

    PoolFact next(String level, int number) {
        var generation = generations.get(random.nextInt(2));
        return switch (random.nextInt(4)) {
            case 0 -> new PoolGenerationRequested(generation, "Random", level, null);
            case 1 -> new PoolGenerationFailed(generation, "failed at " + number);
            case 2 -> new PoolPublished("RANDOM", level, number, questions(number), generation, null);
            default -> new PoolPublished("Random", level, number, questions(number), null, null);
        };
    }

    private static List<ExamQuestion> questions(int number) {
        return List.of(new ExamQuestion(
                number,
                "Text " + number,
                List.of(new ExamOption(1, "one"), new ExamOption(2, "two")),
                List.of(2),
                false,
                1));
    }
}
