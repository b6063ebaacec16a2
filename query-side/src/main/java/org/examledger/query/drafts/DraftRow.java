package org.examledger.query.drafts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Row of {@code draft}; written by its projection only. */
@Entity
@Immutable
@Table(name = "draft")
class DraftRow {
    @Id
    private UUID draftId;

    private String author;
    private @Nullable String title;
    private @Nullable String category;
    private int revision;
    private Instant savedAt;
    private boolean locked;
    private String content;

    @SuppressWarnings("NullAway.Init") // Filled by JPA.
    protected DraftRow() {}

    UUID draftId() {
        return draftId;
    }

    @Nullable
    String title() {
        return title;
    }

    @Nullable
    String category() {
        return category;
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

    String content() {
        return content;
    }
}
