package org.examledger.benchmarks.systems;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.examledger.benchmarks.load.Seat;
import org.examledger.benchmarks.load.Wire;
import org.examledger.benchmarks.machine.Database;
import org.examledger.benchmarks.web.Persons;
import org.jspecify.annotations.Nullable;

/** Sessions as rows of the baseline without a log; where there is no database either, just names of sessions. */
final class RowFixture implements Fixture {
    private final int port;
    private final Tokens tokens;
    private final @Nullable Database database;

    RowFixture(int port, Tokens tokens, @Nullable Database database) {
        this.port = port;
        this.tokens = tokens;
        this.database = database;
    }

    @Override
    public List<Seat> seats(int count) {
        try (var wire = new Wire(port)) {
            var seats = new ArrayList<Seat>();
            for (var worker = 1; worker <= count; worker++) {
                seats.add(new Seat(UUID.randomUUID(), tokens.of("worker-" + worker, wire), 1));
            }
            if (database != null) {
                insert(database, seats);
            }
            return seats;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("no sessions could be made", failure);
        }
    }

    private static void insert(Database database, List<Seat> seats) throws SQLException {
        try (var connection = database.connect();
                var insert = connection.prepareStatement("INSERT INTO exam_session (id, person, status, deadline)"
                        + " VALUES (?, ?, 'IN_PROGRESS', now() + interval '10 hours')")) {
            connection.setAutoCommit(false);
            var worker = 1;
            for (var seat : seats) {
                insert.setObject(1, seat.sessionId());
                insert.setString(2, Persons.personOf("worker-" + worker++));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
