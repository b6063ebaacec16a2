package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/exam/7", "/monitor/7?status=SILENT&of=a%20b", "/a?b#c%2Fd", "/%c3%a9"})
    void a_page_of_ours_is_kept(String asked) {
        assertThat(LocalPath.of(asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%2", "/%zz", "/a%2/b", "/a#%", "/a#b#c", "//x", "/\\x", "x", "", "/sign-in?to=/"})
    void anything_else_becomes_the_start(String asked) {
        assertThat(LocalPath.of(asked)).isEqualTo("/");
    }

    @Test
    void whatever_is_asked_a_browser_can_be_sent_there() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var signs = "/?#%&=+:@!$',;()*-._~aF09zZ \\\"<>[]{}|^`é\n";
        for (var round = 0; round < 20_000; round++) {
            var asked = new StringBuilder("/");
            for (var left = random.nextInt(12); left > 0; left--) {
                asked.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(URI.create(LocalPath.of(asked.toString())).getHost())
                    .as("seed %d: %s", seed, asked)
                    .isNull();
        }
    }
}
