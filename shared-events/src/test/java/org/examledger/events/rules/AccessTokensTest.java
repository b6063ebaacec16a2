package org.examledger.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.examledger.events.exam.AccessToken;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final byte[] SALT = "salt of this token".getBytes(StandardCharsets.UTF_8);

    @Test
    void upper_and_lower_case_and_surrounding_blanks_are_the_same_word() {
        var kept = AccessTokens.of("Größe-7b", SALT);

        assertThat(AccessTokens.opens(kept, "größe-7B")).isTrue();
        assertThat(AccessTokens.opens(kept, "  Größe-7b\t")).isTrue();
    }

    @Test
    void another_word_and_no_word_open_nothing() {
        var kept = AccessTokens.of("K7XQ2M", SALT);

        assertThat(AccessTokens.opens(kept, "K7XQ2N")).isFalse();
        assertThat(AccessTokens.opens(kept, "")).isFalse();
        assertThat(AccessTokens.opens(kept, "  ")).isFalse();
    }

    @Test
    void the_word_itself_is_not_kept_and_each_salt_hides_it_differently() {
        var kept = AccessTokens.of("K7XQ2M", SALT);

        assertThat(kept.toString()).doesNotContainIgnoringCase("K7XQ2M");
        assertThat(kept.hash())
                .hasSize(64)
                .isNotEqualTo(AccessTokens.of("K7XQ2M", new byte[] {8}).hash());
    }

    /** Computed with another implementation (Python's hashlib), over the word in upper case. */
    @Test
    void what_was_kept_once_opens_for_ever() {
        var kept =
                new AccessToken("73616c74", 4096, "54565f6bf8c5c0850e2d0a44d361f1342efdc6166484b13e34e18c0fe4ce25cb");

        assertThat(AccessTokens.opens(kept, "password")).isTrue();
    }
}
