package org.examledger.store.conformance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** The only event the suite stores; the engine's serializer has to know it. */
public record Sample(String text, int number) {
    /** Times have milliseconds, which every engine keeps. */
    public static final Instant FIRST = Instant.parse("2026-07-08T09:10:11.123Z");

    static final String TYPE = "sample";

    /** An event whose content, time and metadata tell its place. */
    static DomainEventMessage<Sample> at(String stream, long sequence) {
        return at(stream, sequence, FIRST.plusSeconds(sequence));
    }

    /** An event of this moment; there are engines whose feeds lose sight of older ones that are committed late. */
    static DomainEventMessage<Sample> now(String stream, long sequence) {
        return at(stream, sequence, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static DomainEventMessage<Sample> at(String stream, long sequence, Instant time) {
        return new GenericDomainEventMessage<>(
                TYPE,
                stream,
                sequence,
                new Sample("of " + stream, (int) sequence),
                MetaData.from(Map.of("actor", "somebody " + sequence)),
                stream + "/" + sequence,
                time);
    }

    static List<DomainEventMessage<Sample>> run(String stream, long first, long count) {
        return LongStream.range(first, first + count)
                .mapToObj(sequence -> at(stream, sequence))
                .toList();
    }

    @SafeVarargs
    static List<DomainEventMessage<Sample>> together(DomainEventMessage<Sample>... events) {
        return Arrays.asList(events);
    }
}
