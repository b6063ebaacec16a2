package org.examledger.architecture.planted.walls.query;

import org.examledger.architecture.planted.walls.service.Wiring;

/** Planted: a room knows how it is wired. */
public final class QueryThatKnowsTheService {
    final Wiring wiring = new Wiring();
}
