package org.examledger.query.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.examledger.query.QuerySettings;
import org.examledger.query.feed.Readings;
import org.examledger.query.life.Exams;
import org.examledger.query.life.Sessions;
import org.examledger.query.people.People;
import org.examledger.query.responses.Scores;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.RandomExam;
import org.examledger.query.world.RandomSession;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class BoardsTest {
    @Autowired
    private Story story;

    @Autowired
    private TestClock clock;

    @Autowired
    private Readings readings;

    @Autowired
    private Boards kept;

    @Autowired
    private Exams exams;

    @Autowired
    private MonitorRows rows;

    @Autowired
    private People people;

    @Autowired
    private QuerySettings settings;

    /** Every other look comes while the read models and the scores by a corrected key still catch up. */
    @Test
    void a_board_that_goes_on_with_what_changed_shows_the_same_as_one_that_is_read_anew() {
        var seed = new Random().nextLong();
        System.out.println("Seed of what is watched: " + seed);
        var random = new Random(seed);
        var exam = story.exam("Watched for long");
        var changes = new RandomExam(random);
        var sessions = new LinkedHashMap<UUID, RandomSession>();
        var now = Facts.OPENS;
        for (int round = 0; round < 150; round++) {
            if (round % 25 == 0) {
                var id = UUID.randomUUID();
                sessions.put(id, new RandomSession(random));
                story.session(id, sessions.get(id).assigned(id, exam, "p-" + round), now);
            }
            for (var session : sessions.entrySet()) {
                if (random.nextInt(3) == 0) {
                    now = now.plusMillis(random.nextInt(3_000));
                    story.session(session.getKey(), session.getValue().next(now), now);
                }
            }
            if (random.nextInt(10) == 0) {
                story.exam(exam, changes.next(), now);
            }
            clock.set(now.plusMillis(random.nextInt(90_000)));
            compare(exam, round % 2 == 0 ? Long.toString(story.head()) : null, "seed " + seed + ", round " + round);
        }
    }

    private void compare(UUID exam, @Nullable String atLeast, String where) {
        var fresh = new Boards(exams, rows, people, settings, clock);
        var models = List.of(Sessions.MODEL, Scores.MODEL);
        var boards = readings.read(models, atLeast, () -> List.of(kept.of(exam), fresh.of(exam)))
                .value();
        var now = clock.instant();
        assertThat(boards.get(0).rowsAt(now)).as(where).isEqualTo(boards.get(1).rowsAt(now));
        assertThat(boards.get(0).exam()).as(where).isEqualTo(boards.get(1).exam());
        assertThat(boards.get(0).tagAt(now)).as(where).isEqualTo(boards.get(1).tagAt(now));
    }
}
