package org.examledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RowHashTest {
    /** Written down once; a change here would leave every stored hash without a meaning. */
    @Test
    void a_row_has_the_hash_that_it_always_had() {
        var hash = RowHash.of(
                "session:5e55",
                3,
                1_780_000_000_123L,
                "PageChanged",
                1,
                "{}".getBytes(UTF_8),
                "{\"a\":1}".getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("920a389c99e8cb1e539e089cf113b8ece60b2ee1fa7f115c7473cf464a86928e");
    }
}
