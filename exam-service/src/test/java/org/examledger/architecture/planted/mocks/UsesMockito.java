package org.examledger.architecture.planted.mocks;

import java.time.Clock;
import org.mockito.Mockito;

/** Planted: a clock that is a mock. */
final class UsesMockito {
    private UsesMockito() {}

    static Clock clock() {
        return Mockito.mock(Clock.class);
    }
}
