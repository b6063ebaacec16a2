package org.examledger.architecture.planted.walls.events;

import tools.jackson.databind.json.JsonMapper;

/** Planted: what is remembered knows how it is written. */
public final class EventsThatKnowJackson {
    final JsonMapper json = JsonMapper.shared();
}
