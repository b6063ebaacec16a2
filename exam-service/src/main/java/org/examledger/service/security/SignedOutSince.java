package org.examledger.service.security;

import org.springframework.security.oauth2.jwt.BadJwtException;

/** The token was good once, and its person has signed out since. */
final class SignedOutSince extends BadJwtException {
    private static final long serialVersionUID = 1L;

    SignedOutSince() {
        super("This person has signed out since");
    }
}
