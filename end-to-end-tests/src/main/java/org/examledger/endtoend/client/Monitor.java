package org.examledger.endtoend.client;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What HC sees of an exam. */
public record Monitor(
        String examId, String title, String status, long position, Map<String, Integer> counters, List<Row> rows) {

    /** One session, without anything HC need not know. */
    public record Row(
            String sessionId,
            @Nullable String workerName,
            String status,
            int answered,
            int total,
            int pageIndex,
            @Nullable BigDecimal score,
            @Nullable String result) {}
}
