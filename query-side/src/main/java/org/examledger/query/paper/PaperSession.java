package org.examledger.query.paper;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Row of {@code paper_session}; written by its projection only. */
@Entity
@Immutable
@Table(name = "paper_session")
class PaperSession {
    @Id
    private UUID sessionId;

    private UUID examId;
    private String person;
    private int attempt;
    private boolean started;
    private int questionsPerPage;
    private String questions;

    @SuppressWarnings("NullAway.Init") // Filled by JPA.
    protected PaperSession() {}

    UUID sessionId() {
        return sessionId;
    }

    UUID examId() {
        return examId;
    }

    String person() {
        return person;
    }

    int attempt() {
        return attempt;
    }

    boolean isStarted() {
        return started;
    }

    int questionsPerPage() {
        return questionsPerPage;
    }

    String questions() {
        return questions;
    }
}
