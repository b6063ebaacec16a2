package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** The code flow of OpenID Connect with a proof key (RFC 7636), spoken by Spring Security, without a session of ours. */
final class CodeFlow {
    private static final String ABSENT = "";

    private final IssuerClient client;
    private final RememberedTokens tokens;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final AuthenticationProvider provider;

    CodeFlow(IssuerClient client, RememberedTokens tokens) {
        this.client = client;
        this.tokens = tokens;
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(client);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        // What else the issuer could tell of the person is not asked for.
        this.provider = new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                signedIn -> new DefaultOidcUser(
                        List.of(new OidcUserAuthority(signedIn.getIdToken())), signedIn.getIdToken()));
    }

    /** What the issuer is to be asked. */
    OAuth2AuthorizationRequest begin(HttpServletRequest request) {
        return Objects.requireNonNull(requests.resolve(request, IssuerClient.NAME), "our registration is known");
    }

    static PendingSignIn pending(OAuth2AuthorizationRequest asked, String to, long now) {
        return new PendingSignIn(
                Objects.requireNonNull(asked.getState(), "a state is always made"),
                attribute(asked, OidcParameterNames.NONCE),
                attribute(asked, PkceParameterNames.CODE_VERIFIER),
                Objects.requireNonNull(asked.getRedirectUri(), "our registration has one"),
                to,
                now);
    }

    private static String attribute(OAuth2AuthorizationRequest asked, String name) {
        return Objects.requireNonNull(asked.<String>getAttribute(name), name);
    }

    /**
     * The access token that the issuer gives for its answer, verified like any that an API client sends.
     *
     * @throws OAuth2AuthenticationException when the answer does not belong to this sign-in or the issuer takes it back
     * @throws BadJwtException when the access token is not good here
     */
    Jwt end(PendingSignIn pending, HttpServletRequest callback) {
        var exchange = new OAuth2AuthorizationExchange(again(pending), answer(pending, callback));
        var signedIn = (OAuth2LoginAuthenticationToken) Objects.requireNonNull(
                provider.authenticate(new OAuth2LoginAuthenticationToken(client.registration(), exchange)),
                "the scope openid is always asked for");
        var access = tokens.decode(Objects.requireNonNull(signedIn.getAccessToken(), "it is given with the id token")
                .getTokenValue());
        if (!signedIn.getName().equals(access.getSubject())) {
            throw new BadJwtException("The two tokens name two persons");
        }
        return access;
    }

    private OAuth2AuthorizationRequest again(PendingSignIn pending) {
        var registration = client.registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(Objects.requireNonNull(
                        registration.getProviderDetails().getAuthorizationUri(), "the issuer publishes it"))
                .clientId(registration.getClientId())
                .redirectUri(pending.redirectUri())
                .scopes(registration.getScopes())
                .state(pending.state())
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        IssuerClient.NAME,
                        OidcParameterNames.NONCE,
                        pending.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        pending.verifier()))
                .build();
    }

    private static OAuth2AuthorizationResponse answer(PendingSignIn pending, HttpServletRequest callback) {
        var code = callback.getParameter(OAuth2ParameterNames.CODE);
        var state = callback.getParameter(OAuth2ParameterNames.STATE);
        var answer = code == null || code.isEmpty()
                ? OAuth2AuthorizationResponse.error("refused")
                : OAuth2AuthorizationResponse.success(code);
        return answer.redirectUri(pending.redirectUri())
                .state(state == null ? ABSENT : state)
                .build();
    }
}
