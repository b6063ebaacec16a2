package org.examledger.service.security;

import org.examledger.service.pages.Pages;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every answer tells a browser not to do. Spring Security's own are kept: no guessing of types, no frames, nothing
 * stored unless the answer says otherwise, and behind TLS nothing but TLS for a year.
 */
final class BrowserHeaders {
    private static final String POLICY = "Content-Security-Policy";

    /**
     * Nothing runs, styles or frames a page that is not a file of ours, but for the map that tells pages where modules
     * are.
     */
    static final String STRICT = policy("'self'");

    /** The reader of the API styles itself inline; scripts of its are files all the same. */
    static final String READER = policy("'self' 'unsafe-inline'");

    /** What an exam needs of a device: nothing. */
    static final String NOTHING = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private BrowserHeaders() {}

    private static String policy(String styles) {
        return "default-src 'self'; script-src 'self' " + Pages.importMap() + "; style-src " + styles
                + "; img-src 'self' data:; "
                + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    static void write(HeadersConfigurer<HttpSecurity> headers) {
        HeaderWriter content = (request, response) -> {
            if (!response.containsHeader(POLICY)) {
                response.setHeader(POLICY, request.getRequestURI().startsWith("/swagger-ui/") ? READER : STRICT);
            }
        };
        headers.addHeaderWriter(content)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(NOTHING))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                // Names beside ours are not ours to decide on.
                .httpStrictTransportSecurity(tls -> tls.includeSubDomains(false));
    }
}
