package org.examledger.events;

import java.util.Locale;

/**
 * Who acts, and in which role.
 *
 * @param person opaque person id, never a name, mail or staff number (R13)
 */
public record Actor(String person, Role role) {
    /** The service itself, when an automation acts. */
    public static final Actor SYSTEM = new Actor("system", Role.SYSTEM);

    public enum Role {
        WORKER,
        HC,
        AUDITOR,
        ADMIN,
        SYSTEM;

        /** The role as the API and the facts write it: {@code worker}, {@code hc} … */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
