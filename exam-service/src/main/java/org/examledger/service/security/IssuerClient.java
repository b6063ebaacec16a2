package org.examledger.service.security;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * What the issuer publishes of itself, and as whom we come to it. It is asked when the first page signs in, so that the
 * service starts while the issuer is away.
 */
final class IssuerClient implements ClientRegistrationRepository {
    static final String NAME = "exam-ledger";
    static final String CALLBACK = "/sign-in/callback";

    private static final Logger log = LoggerFactory.getLogger(IssuerClient.class);

    private final String issuer;
    private final IssuerClientSettings settings;
    private volatile @Nullable ClientRegistration registration;

    IssuerClient(String issuer, IssuerClientSettings settings) {
        this.issuer = issuer;
        this.settings = settings;
    }

    /** @throws DataAccessResourceFailureException while the issuer cannot be asked; the caller is told to come again */
    ClientRegistration registration() {
        var known = registration;
        if (known == null) {
            known = asked();
            registration = known;
        }
        return known;
    }

    @Override
    public ClientRegistration findByRegistrationId(String registrationId) {
        return registration();
    }

    private ClientRegistration asked() {
        var scopes = new LinkedHashSet<>(List.of("openid"));
        scopes.addAll(settings.scopes());
        var secret = settings.secret();
        var isPublic = secret == null || secret.isBlank();
        try {
            return ClientRegistrations.fromIssuerLocation(issuer)
                    .registrationId(NAME)
                    .clientId(settings.id())
                    .clientSecret(isPublic ? "" : secret)
                    .clientAuthenticationMethod(
                            isPublic ? ClientAuthenticationMethod.NONE : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .scope(scopes)
                    .redirectUri("{baseUrl}" + CALLBACK)
                    .build();
        } catch (IllegalArgumentException unreachable) {
            log.warn("The identity provider {} cannot be asked for its configuration", issuer, unreachable);
            throw new DataAccessResourceFailureException("The identity provider does not answer", unreachable);
        }
    }
}
