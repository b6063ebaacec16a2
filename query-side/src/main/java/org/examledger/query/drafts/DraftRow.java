package org.examledger.query.drafts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.examledger.events.rules.DraftExpiry;
import org.hibernate.annotations.Immutable;

/** Row of {@code draft}; written by its projection only. */
@Entity
@Immutable
@Table(name = "draft")
class DraftRow {
    @Id
    private UUID draftId;

    private int revision;
    private Instant savedAt;
    private boolean locked;
    private boolean over;
    private String content;

    @SuppressWarnings("NullAway.Init") // Filled by JPA.
    protected DraftRow() {}

    UUID draftId() {
        return draftId;
    }

    int revision() {
        return revision;
    }

    Instant savedAt() {
        return savedAt;
    }

    boolean isLocked() {
        return locked;
    }

    /** Whether it can be read: it was neither thrown away nor left alone for 30 days (seed 003). */
    boolean isThere(Instant now) {
        return !over && (locked || !DraftExpiry.isOver(savedAt, now));
    }

    String content() {
        return content;
    }
}
