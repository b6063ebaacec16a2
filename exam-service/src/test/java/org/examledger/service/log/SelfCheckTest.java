package org.examledger.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thoughtworks.xstream.XStream;
import java.util.List;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.xml.XStreamSerializer;
import org.examledger.service.ServiceRole;
import org.examledger.service.log.SelfCheck.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;

class SelfCheckTest {
    private static final Part EVENT_BUS = new Part(EventBus.class, List.of(SimpleEventBus.class));
    private static final Part SERIALIZER = new Part(Serializer.class, List.of());

    @Test
    void the_chosen_part_is_no_complaint() {
        assertThat(SelfCheck.complaints(
                        EVENT_BUS, List.of(SimpleEventBus.builder().build())))
                .isEmpty();
        assertThat(SelfCheck.complaints(SERIALIZER, List.of())).isEmpty();
    }

    @Test
    void another_part_is_named_and_so_is_the_one_it_displaced() {
        assertThat(SelfCheck.complaints(EVENT_BUS, List.of("no bus")))
                .containsExactly(
                        "its EventBus is a java.lang.String, which nobody chose",
                        "its EventBus is missing, which should be a " + SimpleEventBus.class.getName());
    }

    @Test
    void a_part_that_is_absent_is_named() {
        assertThat(SelfCheck.complaints(EVENT_BUS, List.of()))
                .singleElement()
                .asString()
                .contains("is missing");
    }

    @Test
    void a_second_one_of_the_chosen_class_is_one_too_many() {
        var two = List.of(
                SimpleEventBus.builder().build(), SimpleEventBus.builder().build());
        assertThat(SelfCheck.complaints(EVENT_BUS, two))
                .singleElement()
                .asString()
                .contains("nobody chose");
    }

    @ParameterizedTest
    @EnumSource
    void every_role_needs_every_part_of_its_own_and_only_a_query_process_has_no_command_bus(ServiceRole role) {
        var parts = SelfCheck.partsOf(role);
        assertThat(parts)
                .extracting(Part::part)
                .containsExactlyInAnyOrder(
                        CommandBus.class,
                        EventBus.class,
                        EventStorageEngine.class,
                        TransactionManager.class,
                        TokenStore.class,
                        Serializer.class);
        assertThat(parts.stream().filter(part -> part.chosen().isEmpty()).<Class<?>>map(Part::part))
                .isEqualTo(
                        role == ServiceRole.QUERY
                                ? List.of(CommandBus.class, Serializer.class)
                                : List.of(Serializer.class));
    }

    /** What auto-configuration or a careless bean would bring in. Nothing here is scanned: the test passes it in. */
    static class WrongParts {
        @Bean(autowireCandidate = false)
        EventBus busThatStoresNothing() {
            return SimpleEventBus.builder().build();
        }

        @Bean(autowireCandidate = false)
        TransactionManager managerOfNothing() {
            return NoTransactionManager.instance();
        }

        @Bean(autowireCandidate = false)
        Serializer serializerOfJavaNames() {
            return XStreamSerializer.builder().xStream(new XStream()).build();
        }

        @Bean(autowireCandidate = false)
        CommandBus busOfOtherThreads() {
            return AsynchronousCommandBus.builder().build();
        }

        @Bean(autowireCandidate = false)
        TokenStore storeThatForgets() {
            return new InMemoryTokenStore();
        }

        @Bean(autowireCandidate = false)
        EventStorageEngine engineThatForgets() {
            return new InMemoryEventStorageEngine();
        }
    }

    @Test
    void a_service_with_wrong_parts_does_not_start_and_names_them_all() {
        var database = OnePostgres.freshDatabase();
        assertThatThrownBy(() -> OnePostgres.service(database, WrongParts.class).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EventBus is a " + SimpleEventBus.class.getName())
                .hasMessageContaining("TransactionManager is a " + NoTransactionManager.class.getName())
                .hasMessageContaining("Serializer is a " + XStreamSerializer.class.getName())
                .hasMessageContaining("CommandBus is a " + AsynchronousCommandBus.class.getName())
                .hasMessageContaining("TokenStore is a " + InMemoryTokenStore.class.getName())
                .hasMessageContaining("EventStorageEngine is a " + InMemoryEventStorageEngine.class.getName());
    }
}
