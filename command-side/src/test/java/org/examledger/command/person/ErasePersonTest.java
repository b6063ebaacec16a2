package org.examledger.command.person;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.examledger.command.handling.Command;
import org.examledger.command.handling.FactClock;
import org.examledger.command.handling.SimulatedClock;
import org.examledger.events.person.PersonErased;
import org.junit.jupiter.api.Test;

class ErasePersonTest {
    private static final UUID PERSON = UUID.fromString("88888888-8888-4888-8888-888888888881");
    private static final UUID KEY = UUID.fromString("66666666-6666-4666-8666-666666666661");
    private static final UUID OTHER_KEY = UUID.fromString("66666666-6666-4666-8666-666666666662");

    private final AggregateTestFixture<Person> fixture = new AggregateTestFixture<>(Person.class);

    ErasePersonTest() {
        fixture.registerInjectableResource(new FactClock(new SimulatedClock()));
        fixture.registerCommandTargetResolver(
                command -> new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null));
    }

    @Test
    void an_erasure_is_remembered_without_saying_whom() {
        fixture.givenNoPriorActivity().when(new ErasePerson(PERSON, KEY)).expectEvents(new PersonErased(PERSON, KEY));
    }

    @Test
    void who_was_erased_is_not_erased_again() {
        fixture.givenCurrentTime(Instant.parse("2026-11-20T10:00:00Z"))
                .andGiven(new PersonErased(PERSON, KEY))
                .when(new ErasePerson(PERSON, OTHER_KEY))
                .expectNoEvents();
    }
}
