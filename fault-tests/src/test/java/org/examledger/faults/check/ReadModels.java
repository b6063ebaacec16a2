package org.examledger.faults.check;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of read models, as far as they follow from the clicks of sessions. */
public record ReadModels(List<SessionLine> sessions, List<AnswerLine> answers, List<ResponseLine> responses) {
    /** Of {@code session_row}. */
    public record SessionLine(
            String session,
            int attempt,
            int epoch,
            long lastClientSeq,
            int pageIndex,
            int answered,
            String ended,
            long position) {}

    /** Of {@code session_answer}. */
    public record AnswerLine(
            String session, int attempt, int question, List<Integer> options, int epoch, long clientSeq) {}

    /** Of {@code responses}. */
    public record ResponseLine(
            String session, int attempt, int question, List<Integer> options, int epoch, long clientSeq, int changes) {}

    public ReadModels {
        sessions = List.copyOf(sessions);
        answers = List.copyOf(answers);
        responses = List.copyOf(responses);
    }

    public static ReadModels of(Connection database) throws SQLException {
        return new ReadModels(
                rows(
                        database,
                        "session_row",
                        row -> new SessionLine(
                                row.getString("session_id"),
                                row.getInt("attempt"),
                                row.getInt("epoch"),
                                row.getLong("last_client_seq"),
                                row.getInt("page_index"),
                                row.getInt("answered"),
                                row.getString("ended") == null ? "" : row.getString("ended"),
                                row.getLong("position"))),
                rows(
                        database,
                        "session_answer",
                        row -> new AnswerLine(
                                row.getString("session_id"),
                                row.getInt("attempt"),
                                row.getInt("question_id"),
                                options(row.getArray("option_ids")),
                                row.getInt("epoch"),
                                row.getLong("client_seq"))),
                rows(
                        database,
                        "responses",
                        row -> new ResponseLine(
                                row.getString("session_id"),
                                row.getInt("attempt"),
                                row.getInt("question_id"),
                                options(row.getArray("option_ids")),
                                row.getInt("epoch"),
                                row.getLong("client_seq"),
                                row.getInt("changes"))));
    }

    private interface RowOf<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection database, String table, RowOf<T> reader) throws SQLException {
        var rows = new ArrayList<T>();
        try (var query = database.createStatement();
                var found = query.executeQuery("SELECT * FROM " + table)) {
            while (found.next()) {
                rows.add(reader.read(found));
            }
        }
        return rows;
    }

    private static List<Integer> options(Array array) throws SQLException {
        return Arrays.stream((Integer[]) array.getArray()).sorted().toList();
    }

    Map<String, SessionLine> sessionById() {
        var byId = new TreeMap<String, SessionLine>();
        sessions.forEach(it -> byId.put(it.session(), it));
        return byId;
    }
}
