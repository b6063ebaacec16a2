package org.examledger.query.paper;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Row of {@code paper_exam}; written by its projection only. */
@Entity
@Immutable
@Table(name = "paper_exam")
class PaperExam {
    @Id
    private UUID examId;

    private String questions;

    @SuppressWarnings("NullAway.Init") // Filled by JPA.
    protected PaperExam() {}

    String questions() {
        return questions;
    }
}
