package org.examledger.service.security;

import org.examledger.service.directory.PersonForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has every token verified anew once somebody was erased; in other processes that takes up to a minute. */
@Component
class WhenPersonForgottenThenForgetTokens {
    private final RememberedTokens tokens;
    private final SecurityEvents events;

    WhenPersonForgottenThenForgetTokens(RememberedTokens tokens, SecurityEvents events) {
        this.tokens = tokens;
        this.events = events;
    }

    @EventListener
    void forget(PersonForgotten forgotten) {
        tokens.forgetAll();
        events.erased(forgotten.person());
    }
}
