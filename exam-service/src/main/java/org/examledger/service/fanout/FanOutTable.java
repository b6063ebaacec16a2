package org.examledger.service.fanout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.command.exam.FanOutKind;
import org.examledger.command.exam.FanOutList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of fan-outs as a table; leases run by the database's clock, which all processes share. */
@Component
class FanOutTable implements FanOutList {
    private final JdbcClient jdbc;

    FanOutTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, Progress> of(UUID examId) {
        var found = new HashMap<Long, Progress>();
        jdbc.sql("SELECT sequence, done, total FROM exam_fan_out WHERE exam_id = ?")
                .param(examId)
                .query(row -> {
                    found.put(row.getLong(1), new Progress(row.getInt(2), row.getInt(3)));
                });
        return found;
    }

    @Override
    public void add(UUID examId, long sequence, FanOutKind kind, int total) {
        var unused = jdbc.sql("""
                        INSERT INTO exam_fan_out (exam_id, sequence, kind, done, total)
                        VALUES (?, ?, ?, 0, ?)
                        ON CONFLICT (exam_id, sequence) DO NOTHING
                        """)
                .param(examId)
                .param(sequence)
                .param(kind.name())
                .param(total)
                .update();
    }

    @Override
    public void reached(UUID examId, long sequence, int done) {
        var unused = jdbc.sql("""
                        UPDATE exam_fan_out SET done = greatest(done, ?)
                        WHERE exam_id = ? AND sequence = ?
                        """).param(done).param(examId).param(sequence).update();
    }

    @Override
    public boolean claim(UUID examId, String owner, Duration lease) {
        return jdbc.sql("""
                        INSERT INTO exam_fan_out_owner AS held (exam_id, owner, until)
                        VALUES (?, ?, clock_timestamp() + make_interval(secs => ?))
                        ON CONFLICT (exam_id) DO UPDATE SET owner = excluded.owner, until = excluded.until
                        WHERE held.owner = excluded.owner OR held.until < clock_timestamp()
                        """).param(examId).param(owner).param(lease.toSeconds()).update() == 1;
    }

    @Override
    public void release(UUID examId, String owner) {
        var unused = jdbc.sql("DELETE FROM exam_fan_out_owner WHERE exam_id = ? AND owner = ?")
                .param(examId)
                .param(owner)
                .update();
    }

    @Override
    public List<UUID> unfinished() {
        var exams = new ArrayList<UUID>();
        jdbc.sql("SELECT DISTINCT exam_id FROM exam_fan_out WHERE done < total").query(row -> {
            exams.add(row.getObject(1, UUID.class));
        });
        return exams;
    }

    @Override
    public long bookmark() {
        return jdbc.sql("SELECT position FROM exam_fan_out_bookmark")
                .query(Long.class)
                .single();
    }

    @Override
    public void moveBookmark(long position) {
        var unused = jdbc.sql("UPDATE exam_fan_out_bookmark SET position = greatest(position, ?)")
                .param(position)
                .update();
    }
}
