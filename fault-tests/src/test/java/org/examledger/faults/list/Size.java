package org.examledger.faults.list;

/** How much of a fault is worth its time. */
public enum Size {
    /** Within every build. */
    SMALL,
    /** {@code make faults}. */
    LONG;

    public int of(int small, int large) {
        return this == SMALL ? small : large;
    }
}
