package org.examledger.query.portal;

import java.util.OptionalLong;

/** How far the log itself is with a stream, so that a reader can wait until he sees all of it. */
public interface NewestFacts {
    /** The position of a stream's newest fact; empty when there is no such stream. */
    OptionalLong positionOf(String stream);
}
