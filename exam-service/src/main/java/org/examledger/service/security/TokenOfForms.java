package org.examledger.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.examledger.query.portal.FormToken;
import org.springframework.stereotype.Component;

/** Gives the forms that we serve the token that they have to bring. */
@Component
class TokenOfForms implements FormToken {
    private final Forgery forgery;

    TokenOfForms(Forgery forgery) {
        this.forgery = forgery;
    }

    @Override
    public Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(forgery.tokenFor(request));
    }
}
