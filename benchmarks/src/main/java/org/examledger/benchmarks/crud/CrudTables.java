package org.examledger.benchmarks.crud;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the tables: sessions, and the current answer of each question under a unique key. */
@Component
final class CrudTables {
    CrudTables(JdbcTemplate jdbc) {
        // Room on the page keeps updates of rows that many click on from touching the index.
        jdbc.execute("""
                CREATE TABLE IF NOT EXISTS exam_session (
                    id               uuid PRIMARY KEY,
                    person           text NOT NULL,
                    status           text NOT NULL,
                    deadline         timestamptz NOT NULL,
                    page_index       integer NOT NULL DEFAULT 0,
                    last_activity_at timestamptz
                ) WITH (fillfactor = 70)
                """);
        jdbc.execute("""
                CREATE TABLE IF NOT EXISTS responses (
                    session_id  uuid NOT NULL,
                    question_id integer NOT NULL,
                    option_ids  integer[] NOT NULL,
                    answered_at timestamptz NOT NULL,
                    UNIQUE (session_id, question_id)
                ) WITH (fillfactor = 90)
                """);
    }
}
