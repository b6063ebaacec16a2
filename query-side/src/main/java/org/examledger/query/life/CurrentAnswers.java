package org.examledger.query.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.events.rules.ClientOrder;
import org.examledger.query.sql.RowWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The table of current answers: at most one row for each question of an attempt, the last one by R1. */
final class CurrentAnswers {
    private static final RowMapper<Map.Entry<Key, Answer>> MAPPER = (row, number) -> entry(row);

    private static final RowWriter<Map.Entry<Key, Answer>> WRITER = RowWriter.<Map.Entry<Key, Answer>>into(
                    "session_answer", """
                            ON CONFLICT (session_id, attempt, question_id) DO UPDATE
                            SET (option_ids, epoch, client_seq)
                              = (excluded.option_ids, excluded.epoch, excluded.client_seq)
                            WHERE (stored.epoch, stored.client_seq) < (excluded.epoch, excluded.client_seq)
                            """)
            .column("session_id", "uuid", it -> it.getKey().sessionId())
            .column("attempt", "integer", it -> it.getKey().attempt())
            .column("question_id", "integer", it -> it.getKey().questionId())
            .column("option_ids", "integer[]", it -> it.getValue().optionIds())
            .column("epoch", "integer", it -> it.getValue().order().epoch())
            .column("client_seq", "bigint", it -> it.getValue().order().clientSeq());

    private final JdbcTemplate jdbc;
    private final Map<Key, Answer> current = new HashMap<>();
    private final Map<Key, Answer> changed = new LinkedHashMap<>();

    private CurrentAnswers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Loads the stored ones of these places. */
    static CurrentAnswers load(JdbcTemplate jdbc, Collection<Key> keys) {
        var answers = new CurrentAnswers(jdbc);
        if (!keys.isEmpty()) {
            jdbc.query(
                            """
                            SELECT session_answer.* FROM unnest(?, ?, ?) AS asked (session_id, attempt, question_id)
                            JOIN session_answer USING (session_id, attempt, question_id)
                            """,
                            MAPPER,
                            keys.stream().map(Key::sessionId).toArray(UUID[]::new),
                            keys.stream().map(Key::attempt).toArray(Integer[]::new),
                            keys.stream().map(Key::questionId).toArray(Integer[]::new))
                    .forEach(it -> answers.current.put(it.getKey(), it.getValue()));
        }
        return answers;
    }

    /**
     * Takes in an answer.
     *
     * @return by how much it changes the number of answered questions: -1, 0 or 1
     */
    int take(Key key, Click click) {
        var answer = new Answer(click.optionIds(), click.order());
        var before = current.get(key);
        if (before != null && !answer.order().isAfter(before.order())) {
            return 0;
        }
        current.put(key, answer);
        changed.put(key, answer);
        return answer.count() - (before == null ? 0 : before.count());
    }

    void store() {
        WRITER.write(jdbc, changed.entrySet());
    }

    private static Map.Entry<Key, Answer> entry(ResultSet row) throws SQLException {
        return Map.entry(
                new Key(row.getObject("session_id", UUID.class), row.getInt("attempt"), row.getInt("question_id")),
                new Answer(
                        List.of((Integer[]) row.getArray("option_ids").getArray()),
                        new ClientOrder(row.getInt("epoch"), row.getLong("client_seq"))));
    }

    /** The place of an answer. */
    record Key(UUID sessionId, int attempt, int questionId) {}

    /** What stands at a place. */
    record Answer(List<Integer> optionIds, ClientOrder order) {
        int count() {
            return optionIds.isEmpty() ? 0 : 1;
        }
    }
}
