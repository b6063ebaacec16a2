package org.examledger.query.http;

import org.examledger.events.Actor;

/** Who may see what belongs to somebody. */
public final class Callers {
    private Callers() {}

    /** A worker sees what is his, HC sees everything; other roles never get this far. */
    public static boolean maySee(Actor caller, String owner) {
        return caller.role() != Actor.Role.WORKER || caller.person().equals(owner);
    }
}
