package org.examledger.architecture.planted.injection;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Planted: what it needs comes in through its fields. */
class InjectedByField {
    @Autowired
    @Nullable
    Clock clock;

    @Value("7")
    int number;
}
