package org.examledger.query.feed;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of a model as they are made anew, under the same names in a schema of their own. A transaction that
 * {@linkplain #use uses} them finds them before the live ones, so a projection fills them without knowing.
 */
final class NewTables {
    private static final String SCHEMA = "rebuild";
    private static final String OTHER_INDEXES = """
            SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
            WHERE indrelid = CAST(? AS regclass)
              AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
            ORDER BY 1
            """;
    private static final String COLUMNS = """
            SELECT attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' || atthasdef
            FROM pg_attribute WHERE attrelid = CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped
            ORDER BY attname
            """;

    private final JdbcClient jdbc;
    private final List<String> tables;

    NewTables(JdbcClient jdbc, List<String> tables) {
        this.jdbc = jdbc;
        this.tables = List.copyOf(tables);
    }

    /** Makes them, empty, with their keys and without other indexes; drops what an earlier run left. */
    void create() {
        var live = liveSchema();
        for (var table : tables) {
            var options = one(
                    "SELECT coalesce('WITH (' || array_to_string(reloptions, ', ') || ')', '') FROM pg_class"
                            + " WHERE oid = CAST(? AS regclass)",
                    in(live, table));
            run("DROP TABLE IF EXISTS " + in(SCHEMA, table));
            run("CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING INDEXES) %s"
                    .formatted(in(SCHEMA, table), in(live, table), options));
            keysOf(in(live, table)).forEach(key -> run("ALTER TABLE " + in(SCHEMA, table) + " ADD " + key));
        }
    }

    private List<String> keysOf(String table) {
        return all(
                "SELECT 'CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                        + " WHERE conrelid = CAST(? AS regclass) AND contype IN ('p', 'u', 'x') ORDER BY conname",
                table);
    }

    /**
     * Has the current transaction read and write these instead of the live ones. Keys are looked up one by one: nothing
     * is known yet about tables that were empty a moment ago, and a plan that reads all of one would be made for ever.
     */
    void use() {
        jdbc.sql("SELECT set_config('search_path', ? || ', ' || current_setting('search_path'), true)")
                .param(SCHEMA)
                .query(String.class)
                .single();
        run("SET LOCAL enable_seqscan = off");
        run("SET LOCAL enable_hashjoin = off");
        run("SET LOCAL enable_mergejoin = off");
        // Nothing is lost that could not be made again, until they take the place of the live ones.
        run("SET LOCAL synchronous_commit = off");
    }

    /** Makes the other indexes, which is quicker once than row by row, and tells the planner what is in the tables. */
    void complete() {
        var live = liveSchema();
        for (var table : tables) {
            for (var definition : all(OTHER_INDEXES, in(live, table))) {
                run(definition.replace(" ON " + in(live, table) + " ", " ON " + in(SCHEMA, table) + " "));
            }
            run("ANALYZE " + in(SCHEMA, table));
        }
    }

    /** Puts them in the place of the live ones; whoever may be reading those must have been stopped before. */
    void takeOver() {
        var live = liveSchema();
        for (var table : tables) {
            if (!all(COLUMNS, in(live, table)).equals(all(COLUMNS, in(SCHEMA, table)))) {
                throw new IllegalStateException("a migration has changed " + table + " meanwhile");
            }
            run("DROP TABLE " + in(live, table));
            run("ALTER TABLE " + in(SCHEMA, table) + " SET SCHEMA " + live);
        }
        run("SET LOCAL synchronous_commit = on");
    }

    /** Where the migrations made the tables: the first schema of the path that is not ours. */
    private String liveSchema() {
        return one(
                "SELECT quote_ident(name) FROM unnest(current_schemas(false)) WITH ORDINALITY AS path (name, place)"
                        + " WHERE name <> ? ORDER BY place LIMIT 1",
                SCHEMA);
    }

    private static String in(String schema, String table) {
        return schema + "." + table;
    }

    private void run(String statement) {
        jdbc.sql(statement).update();
    }

    private String one(String query, String value) {
        return jdbc.sql(query).param(value).query(String.class).single();
    }

    private List<String> all(String query, String value) {
        return jdbc.sql(query)
                .param(value)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
