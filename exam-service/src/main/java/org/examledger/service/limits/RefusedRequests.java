package org.examledger.service.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Counts who was sent away and why, and shows what is under way; {@code docs/operations.md} names the metrics. */
final class RefusedRequests {
    private static final String ASKED = "asked";

    /** Why somebody was sent away. */
    enum Why {
        /** He asked for too much in too short a time. */
        RATE,
        /** He named too many ids that do not exist, or are not his. */
        UNKNOWN_IDS,
        /** A controller found that he tried too often. */
        TRIES,
        /** Everybody together asked for too much. */
        OVERLOAD;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final MeterRegistry metrics;

    RefusedRequests(MeterRegistry metrics, Traffic traffic) {
        this.metrics = metrics;
        // All are there from the start, so that an alarm sees them rise from zero.
        for (var asked : List.of(Asked.SAVE, Asked.POLL, Asked.SIGN_IN)) {
            for (var why : Why.values()) {
                counter(asked, why);
            }
        }
        running(Asked.SAVE, traffic, Traffic::saves);
        running(Asked.POLL, traffic, Traffic::polls);
    }

    private Counter counter(Asked asked, Why why) {
        return metrics.counter("exam.requests.refused", ASKED, asked.word(), "why", why.word());
    }

    private void running(Asked asked, Traffic traffic, ToDoubleFunction<Traffic> number) {
        Gauge.builder("exam.requests.running", traffic, number)
                .tag(ASKED, asked.word())
                .register(metrics);
    }

    void count(Asked asked, Why why) {
        counter(asked, why).increment();
    }
}
