package org.examledger.architecture.planted.injection;

import java.time.Clock;

/** Planted: as it should be. */
class InjectedByConstructor {
    final Clock clock;

    InjectedByConstructor(Clock clock) {
        this.clock = clock;
    }
}
