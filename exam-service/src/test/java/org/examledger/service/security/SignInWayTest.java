package org.examledger.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.examledger.service.security.SignInWayController.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInWayTest {
    @ParameterizedTest
    @CsvSource({
        "demo, '', PASSWORD",
        "issuer, exam-ledger-pages, ISSUER",
        // Tokens are trusted, but nobody told the issuer about our pages.
        "issuer, '', NONE",
        "'', '', NONE"
    })
    void pages_offer_only_what_works_here(String signIn, String clientId, Way way) {
        assertThat(Way.of(signIn, clientId)).isEqualTo(way);
    }
}
