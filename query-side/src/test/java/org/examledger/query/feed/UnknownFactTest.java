package org.examledger.query.feed;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.examledger.query.world.FragileProjection;
import org.examledger.query.world.QuerySideTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class UnknownFactTest {
    @Autowired
    private ReadPositions positions;

    @Autowired
    private ProjectionStatus status;

    private record OfTheNextRelease(String anything) {}

    @Test
    void a_fact_that_this_release_does_not_know_stops_the_projection() {
        var invoker = new ProjectionInvoker(new FragileProjection(), positions, status);
        var message = new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(815),
                new GenericDomainEventMessage<>("exam", "exam:17", 3, new OfTheNextRelease("new")));
        var work = DefaultUnitOfWork.startAndGet(message);
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> invoker.handle(message, Segment.ROOT_SEGMENT))
                    .withMessageContaining("815")
                    .withMessageContaining("OfTheNextRelease");
        } finally {
            work.rollback();
        }
    }
}
