package org.examledger.benchmarks.systems;

import java.util.List;
import org.examledger.benchmarks.load.Seat;

/** How a system gets sessions that are running. */
@FunctionalInterface
interface Fixture {
    /** New sessions, each of another worker, in which nothing is answered yet. */
    List<Seat> seats(int count);
}
