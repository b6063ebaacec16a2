package org.examledger.service.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * As whom pages are signed in at the issuer, by the code flow of OpenID Connect.
 *
 * @param id under which the issuer knows our pages; without one, pages are not signed in by the issuer
 * @param secret where the issuer gave one; a proof key (PKCE) is sent in any case
 * @param scopes asked for; {@code openid} is always among them
 */
@ConfigurationProperties("exam.security.client")
record IssuerClientSettings(
        @DefaultValue("") String id,
        @Nullable String secret,
        @DefaultValue("openid") List<String> scopes) {
    @Override
    public String toString() {
        return "IssuerClientSettings[" + id + "]";
    }
}
