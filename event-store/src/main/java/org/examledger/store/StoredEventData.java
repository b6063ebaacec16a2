package org.examledger.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** Shows a row to Axon, with what the row need not store because it can be derived. */
record StoredEventData(StoredEvent event) implements DomainEventData<byte[]>, TrackedEventData<byte[]> {

    /** Stream and sequence name an event once and for ever, so no identifier is stored. */
    @Override
    public String getEventIdentifier() {
        return event.streamId() + "/" + event.sequence();
    }

    @Override
    public Instant getTimestamp() {
        return event.at();
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return FactSerializer.storedMetadata(event.metadata());
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(
                event.payload(), byte[].class, event.name(), Integer.toString(event.revision()));
    }

    /** Stream ids carry their type, as in {@code session:8b1f…}. */
    @Override
    public String getType() {
        int colon = event.streamId().indexOf(':');
        return colon < 0 ? "" : event.streamId().substring(0, colon);
    }

    @Override
    public String getAggregateIdentifier() {
        return event.streamId();
    }

    @Override
    public long getSequenceNumber() {
        return event.sequence();
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(event.position());
    }
}
