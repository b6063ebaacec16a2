package org.examledger.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What the numbers of one kind stand for; a number stands for the same as long as the log lives. */
final class NumberedNames<T> {

    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Names found for a page of rows. */
    static final class Found<T> {
        private final String table;
        private final Map<Integer, T> names = new HashMap<>();

        private Found(String table) {
            this.table = table;
        }

        T get(int no) throws LostNumberException {
            var name = names.get(no);
            if (name == null) {
                throw new LostNumberException(table, no);
            }
            return name;
        }
    }

    private final String table;
    private final String query;
    private final Reading<T> reading;
    private final RecentlyUsed<Integer, T> known;

    NumberedNames(String table, String columns, int capacity, Reading<T> reading) {
        this.table = table;
        this.query = "SELECT no, " + columns + " FROM " + table + " WHERE no = ANY (?)";
        this.reading = reading;
        this.known = new RecentlyUsed<>(capacity);
    }

    /** Finds what these numbers stand for, with one query when some are not known yet. */
    Found<T> of(IntStream numbers, Connection connection) throws SQLException {
        var found = new Found<T>(table);
        var missing = new TreeSet<Integer>();
        numbers.distinct().forEach(no -> {
            var name = known.get(no);
            if (name == null) {
                missing.add(no);
            } else {
                found.names.put(no, name);
            }
        });
        if (!missing.isEmpty()) {
            ask(connection, missing.toArray(Integer[]::new), found);
        }
        return found;
    }

    private void ask(Connection connection, Integer[] missing, Found<T> found) throws SQLException {
        try (var asking = connection.prepareStatement(query)) {
            asking.setArray(1, connection.createArrayOf("int4", missing));
            try (var rows = asking.executeQuery()) {
                while (rows.next()) {
                    var name = reading.of(rows);
                    found.names.put(rows.getInt(1), name);
                    known.put(rows.getInt(1), name);
                }
            }
        }
    }
}
