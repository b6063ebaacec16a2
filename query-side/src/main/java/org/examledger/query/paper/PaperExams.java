package org.examledger.query.paper;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PaperExams extends Repository<PaperExam, UUID> {
    Optional<PaperExam> findById(UUID examId);
}
