package org.examledger.architecture.planted.walls.store;

import org.examledger.architecture.planted.walls.events.EventsThatKnowJackson;

/** Planted: the store knows what it stores. */
public final class StoreThatKnowsFacts {
    final EventsThatKnowJackson fact = new EventsThatKnowJackson();
}
