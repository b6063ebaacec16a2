package org.examledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.examledger.store.LogProcess.answer;

import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NumberedNamesTest {

    private static LogDatabase database;

    @BeforeAll
    static void three_streams() {
        database = new LogDatabase();
        try (var process = new LogProcess(database)) {
            process.append(answer("exam:a", 0), answer("exam:b", 0), answer("exam:c", 0));
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static NumberedNames<String> remembering(int capacity) {
        return new NumberedNames<>("log_stream", "name", capacity, row -> row.getString(2));
    }

    @Test
    void a_page_with_more_names_than_are_remembered_gets_all_of_them() throws SQLException {
        var names = remembering(1);
        try (var connection = database.direct().getConnection()) {
            for (int time = 0; time < 2; time++) {
                var found = names.of(IntStream.of(3, 1, 2, 1), connection);
                assertThat(found.get(1)).isEqualTo("exam:a");
                assertThat(found.get(2)).isEqualTo("exam:b");
                assertThat(found.get(3)).isEqualTo("exam:c");
            }
        }
    }

    @Test
    void what_was_met_before_is_known_without_asking() throws SQLException {
        var names = remembering(9);
        try (var connection = database.direct().getConnection()) {
            names.of(IntStream.of(2, 3), connection);
            connection.close();

            assertThat(names.of(IntStream.of(3, 2), connection).get(3)).isEqualTo("exam:c");
            assertThatThrownBy(() -> names.of(IntStream.of(1), connection)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_number_that_stands_for_nothing_is_an_error_and_no_empty_name() throws SQLException {
        try (var connection = database.direct().getConnection()) {
            var found = remembering(9).of(IntStream.of(4), connection);

            assertThatThrownBy(() -> found.get(4)).hasMessageContaining("log_stream has lost number 4");
        }
    }
}
