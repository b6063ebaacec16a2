package org.examledger.faults.planted;

import java.nio.file.Path;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** A release that can read one fact more than the one before it. */
@AutoConfiguration
@ConditionalOnProperty(NextRelease.SETTING)
public class NextRelease {
    public static final String SETTING = "planted.next-release";

    /** Unknown to the release before. */
    public static final String NEW_NAME = "WorkerWaved";

    /** What the next release takes it for. */
    public static final String PAYLOAD = "{\"visibility\":\"VISIBLE\",\"epoch\":1}";

    /** Where services find what is planted. */
    public static final Path CLASSES = Path.of("target", "test-classes").toAbsolutePath();

    @Bean
    EventUpcaster wavesAreSignsOfLife() {
        return new SingleEventUpcaster() {
            private static final SimpleSerializedType FROM = new SimpleSerializedType(NEW_NAME, "1");
            private static final SimpleSerializedType TO = new SimpleSerializedType("HeartbeatReceived", "1");

            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                return event.getType().equals(FROM);
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
                return event.upcast(TO, JsonNode.class, same -> same, same -> same);
            }
        };
    }
}
