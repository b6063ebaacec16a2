package org.examledger.store;

import java.util.List;

/**
 * The numbers that stand in some rows for names, in the order of the rows.
 *
 * @param streams of their streams
 * @param types of their names and revisions
 * @param actors of those who acted, {@link #NOBODY} for metadata of another form
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record NumberedRows(int[] streams, short[] types, int[] actors) {

    static final int NOBODY = 0;

    NumberedRows(int size) {
        this(new int[size], new short[size], new int[size]);
    }

    /** What rows say by numbers, in words. */
    record Named(String stream, EventName type, PackedMetadata metadata) {
        static List<Named> of(List<StoredEvent> rows) {
            return rows.stream()
                    .map(row -> new Named(
                            row.streamId(),
                            new EventName(row.name(), row.revision()),
                            PackedMetadata.of(row.metadata())))
                    .toList();
        }
    }
}
