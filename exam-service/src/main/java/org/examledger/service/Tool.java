package org.examledger.service;

/** Something that the same jar does instead of serving, asked for by an option; named in {@code META-INF/services}. */
public interface Tool {
    boolean isAsked(String[] arguments);

    /** Does it and comes back when it is done. */
    void run(String[] arguments);
}
