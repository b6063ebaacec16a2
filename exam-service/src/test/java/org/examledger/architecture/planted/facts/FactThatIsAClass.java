package org.examledger.architecture.planted.facts;

import org.examledger.events.Fact;

/** Planted: a fact that can change. */
public final class FactThatIsAClass implements Fact {
    int seen;
}
