package org.examledger.query.drafts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DraftRows extends Repository<DraftRow, UUID> {
    Optional<DraftRow> findById(UUID draftId);
}
