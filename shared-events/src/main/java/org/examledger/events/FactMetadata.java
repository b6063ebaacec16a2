package org.examledger.events;

/** The keys of the metadata that each fact's row carries beside its payload; the values are strings. */
public final class FactMetadata {
    /** Opaque id of the person who acted, or {@code system} (R13). */
    public static final String ACTOR = "actor";

    /** The role in which that person acted, see {@link Actor.Role}. */
    public static final String ROLE = "role";

    /** Correlation id of the request that led to the fact. */
    public static final String CORRELATION = "correlation";

    private FactMetadata() {}
}
