package org.examledger.query.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts any number of rows into a table with one statement: each column travels as one array. A statement for each row
 * costs PostgreSQL several times as much, even when they are sent together. They are written in the order of the first
 * column, with which the key begins: neighbours in the index one after the other.
 *
 * @param <T> what a row is made of
 */
public final class RowWriter<T> {
    private final String table;
    private final String onConflict;
    private final List<Column<T>> columns;

    private RowWriter(String table, String onConflict, List<Column<T>> columns) {
        this.table = table;
        this.onConflict = onConflict;
        this.columns = List.copyOf(columns);
    }

    /**
     * @param table a name from this code, never from a caller; known as {@code stored} in the other clause
     * @param onConflict what happens to a row whose key is taken
     */
    public static <T> RowWriter<T> into(String table, String onConflict) {
        return new RowWriter<>(table, onConflict, List.of());
    }

    /** @param type as PostgreSQL calls it */
    public RowWriter<T> column(String name, String type, Value<T> value) {
        var more = new ArrayList<>(columns);
        more.add(new Column<>(name, type, value));
        return new RowWriter<>(table, onConflict, more);
    }

    /** Writes rows of which no two may have the same key. */
    public void write(JdbcTemplate jdbc, Collection<? extends T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(sql(), statement -> {
            var index = 1;
            for (var column : columns) {
                statement.setArray(index++, column.arrayOf(statement.getConnection(), rows));
            }
        });
    }

    private String sql() {
        return "INSERT INTO %s AS stored (%s) SELECT %s FROM unnest(%s) AS given (%s) ORDER BY 1 %s"
                .formatted(
                        table,
                        list("%1$s"),
                        list("CAST(%1$s AS %2$s)"),
                        list("CAST(? AS %3$s[])"),
                        list("%1$s"),
                        onConflict);
    }

    private String list(String format) {
        return columns.stream()
                .map(it -> format.formatted(it.name, it.type, it.sentAs()))
                .collect(Collectors.joining(", "));
    }

    /** Takes a column's value out of what a row is made of. */
    @FunctionalInterface
    public interface Value<T> {
        @Nullable
        Object of(T row);
    }

    private record Column<T>(String name, String type, Value<T> value) {
        /** Numbers and truth values have a compact form of their own; the rest travels as text. */
        String sentAs() {
            return switch (type) {
                case "integer", "bigint", "boolean" -> type;
                default -> "text";
            };
        }

        java.sql.Array arrayOf(Connection connection, Collection<? extends T> rows) throws SQLException {
            Object[] empty = switch (type) {
                case "integer" -> new Integer[0];
                case "bigint" -> new Long[0];
                case "boolean" -> new Boolean[0];
                default -> new String[0];
            };
            var values = new ArrayList<@Nullable Object>(rows.size());
            rows.forEach(row -> values.add(sent(value.of(row))));
            return connection.createArrayOf(sentAs(), values.toArray(empty));
        }

        private static @Nullable Object sent(@Nullable Object value) {
            return switch (value) {
                case null -> null;
                case Integer number -> number;
                case Long number -> number;
                case Boolean truth -> truth;
                case Enum<?> word -> word.name();
                case Collection<?> elements ->
                    elements.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
                case Instant at -> at.toString();
                default -> value.toString();
            };
        }
    }
}
