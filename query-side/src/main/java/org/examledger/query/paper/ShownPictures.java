package org.examledger.query.paper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which pictures a worker sees on his papers. */
@Component
public class ShownPictures {
    /** The read model that knows. */
    public static final String MODEL = PaperProjection.MODEL;

    private final JdbcClient jdbc;

    ShownPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether a picture belongs to a question of a paper that this person has started.
     *
     * @param person opaque id
     * @param sha256 in lower-case hexadecimal
     */
    public boolean to(String person, String sha256) {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM paper_picture
                    JOIN paper_session USING (exam_id)
                    WHERE sha256 = ? AND person = ? AND started
                      AND EXISTS (SELECT FROM jsonb_array_elements(questions::jsonb) AS question
                                  WHERE (question ->> 'questionId')::integer = paper_picture.question_id))
                """).param(sha256).param(person).query(Boolean.class).single();
    }
}
