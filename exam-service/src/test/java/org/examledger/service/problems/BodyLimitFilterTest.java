package org.examledger.service.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyLimitFilterTest {
    @ParameterizedTest
    @CsvSource({
        "/api/v1/sessions/7/answers, 262144",
        "/api/v1/exams/7/close, 262144",
        "/elsewhere, 262144",
        "/api/v1/drafts, 8388608",
        "/api/v1/drafts/7/lock, 8388608",
        "/api/v1/exams/7/workers, 8388608",
        "/api/v1/question-pools/java/3, 8388608",
        "/api/v1/question-imports, 33554432",
    })
    void each_route_reads_as_much_as_it_needs(String uri, long bytes) {
        assertThat(BodyLimitFilter.limitOf(uri)).isEqualTo(bytes);
    }
}
