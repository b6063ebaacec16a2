package org.examledger.query.monitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.http.Millis;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A row's JSON before and behind the seconds that tick, so that ten thousand rows are copied and not written anew for each
 * who asks.
 */
record RowText(String before, String behind) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static RowText of(MonitorRow row) {
        var before = JSON.writeValueAsString(new Before(
                row.sessionId(),
                row.workerName(),
                row.status(),
                row.answered(),
                row.total(),
                row.pageIndex(),
                row.lastActivityAt(),
                row.connection(),
                row.startedAt()));
        var behind = JSON.writeValueAsString(new Behind(row.score(), row.result()));
        return new RowText(
                before.substring(0, before.length() - 1) + ",\"remainingSeconds\":", "," + behind.substring(1));
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Before(
            UUID sessionId,
            String workerName,
            SessionStatus status,
            int answered,
            int total,
            int pageIndex,
            @Nullable @Millis Instant lastActivityAt,
            String connection,
            @Nullable @Millis Instant startedAt) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Behind(@Nullable Long score, @Nullable String result) {}

    /** Writes a row by its text. */
    static final class Writer extends StdSerializer<MonitorRow> {
        Writer() {
            super(MonitorRow.class);
        }

        @Override
        public void serialize(MonitorRow row, JsonGenerator generator, SerializationContext context) {
            generator.writeRawValue(
                    row.text().before() + row.remainingSeconds() + row.text().behind());
        }
    }
}
