package org.examledger.query.paper;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PaperSessions extends Repository<PaperSession, UUID> {
    Optional<PaperSession> findById(UUID sessionId);
}
