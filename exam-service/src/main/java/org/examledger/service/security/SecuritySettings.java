package org.examledger.service.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a token must say to be accepted.
 *
 * @param audience the name under which the issuer knows this service
 * @param algorithms signatures an issuer may use; a token never chooses
 */
@ConfigurationProperties("exam.security")
record SecuritySettings(
        @DefaultValue("exam-ledger") String audience,
        @DefaultValue({"RS256", "ES256"}) List<String> algorithms) {}
