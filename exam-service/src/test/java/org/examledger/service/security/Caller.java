package org.examledger.service.security;

import java.util.Objects;
import org.examledger.events.Actor.Role;
import org.examledger.service.security.Places.State;
import org.jspecify.annotations.Nullable;

/** Who asks for a session or an exam, and what the table of routes has him hear. */
enum Caller {
    ANONYMOUS("anonymous", null),
    OWNER("owner", Role.WORKER),
    OTHER_WORKER("other worker", Role.WORKER),
    HC("hc", Role.HC),
    AUDITOR("auditor", Role.AUDITOR),
    ADMIN("admin", Role.ADMIN);

    private final String words;
    private final @Nullable Role role;

    Caller(String words, @Nullable Role role) {
        this.words = words;
        this.role = role;
    }

    String words() {
        return words;
    }

    /** Whether the rule lets him come as far as the state of what he asks for. */
    boolean reaches(RouteRule rule) {
        return this != OTHER_WORKER && role != null && rule.roles().contains(role);
    }

    String hears(RouteRule rule, State state) {
        if (role == null) {
            return "401 unauthenticated";
        }
        if (!rule.roles().contains(role)) {
            return "403 forbidden";
        }
        if (!reaches(rule)) {
            return "404 not-found";
        }
        var answers = Objects.requireNonNull(rule.answers(), "a rule of a session or exam says what it answers");
        return switch (state) {
            case NOT_STARTED -> answers.notStarted();
            case RUNNING -> answers.running();
            case ENDED -> answers.ended();
        };
    }
}
