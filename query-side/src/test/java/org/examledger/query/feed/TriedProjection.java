package org.examledger.query.feed;

import java.util.List;
import org.examledger.events.Fact;
import org.examledger.events.exam.WorkersAssigned;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projection that no feed knows, with a table of its own, which fails when a test tells it to. */
final class TriedProjection implements Projection {
    private final JdbcClient jdbc;
    private @Nullable Error failure;

    TriedProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("DROP TABLE IF EXISTS tried").update();
        jdbc.sql("CREATE TABLE tried (position bigint PRIMARY KEY, note text DEFAULT 'new') WITH (fillfactor = 60)")
                .update();
        jdbc.sql("CREATE INDEX tried_by_note ON tried (note)").update();
        jdbc.sql("INSERT INTO tried VALUES (0, 'old')").update();
    }

    void failWith(@Nullable Error next) {
        failure = next;
    }

    List<String> notes() {
        return jdbc.sql("SELECT DISTINCT note FROM tried")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Keys, indexes and storage parameters, wherever a table of this name stands in the path. */
    List<String> shape() {
        return jdbc.sql("""
                SELECT indexdef AS part FROM pg_indexes WHERE tablename = 'tried' AND schemaname = 'public'
                UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                    WHERE conrelid = CAST('tried' AS regclass)
                UNION ALL SELECT reloptions::text FROM pg_class WHERE oid = CAST('tried' AS regclass)
                UNION ALL SELECT column_name || ' ' || coalesce(column_default, '') FROM information_schema.columns
                    WHERE table_name = 'tried' AND table_schema = 'public'
                ORDER BY 1
                """).query((row, number) -> row.getString(1)).list();
    }

    @Override
    public String model() {
        return "tried";
    }

    @Override
    public boolean concerns(Class<? extends Fact> kind) {
        return kind == WorkersAssigned.class;
    }

    @Override
    public void apply(List<Recorded> batch) {
        batch.forEach(it -> jdbc.sql("INSERT INTO tried (position) VALUES (?) ON CONFLICT DO NOTHING")
                .param(it.position())
                .update());
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public List<String> tables() {
        return List.of("tried");
    }
}
