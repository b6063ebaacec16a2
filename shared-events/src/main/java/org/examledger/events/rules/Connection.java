package org.examledger.events.rules;

import java.util.Locale;

/** What the signs of life of a running session say about its worker's connection. */
public enum Connection {
    ONLINE,
    IDLE,
    OFFLINE,
    SILENT;

    /** The word as the API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
