package org.examledger.query.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.examledger.events.StreamId;
import org.examledger.query.QuerySettings;
import org.examledger.query.http.Download;
import org.examledger.query.proof.Exports;
import org.examledger.query.proof.PublicKeys;
import org.examledger.query.proof.Receipts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class DisputePackController {
    private static final String ZIP = "application/zip";

    private final PastFacts facts;
    private final Exports exports;
    private final Receipts receipts;
    private final PublicKeys keys;
    private final QuerySettings settings;
    private final Clock clock;
    private final JsonMapper json;

    DisputePackController(
            PastFacts facts,
            Exports exports,
            Receipts receipts,
            PublicKeys keys,
            QuerySettings settings,
            Clock clock,
            JsonMapper json) {
        this.facts = facts;
        this.exports = exports;
        this.receipts = receipts;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/audit/sessions/{sessionId}/dispute-pack", produces = ZIP)
    void disputePack(@PathVariable UUID sessionId, HttpServletResponse response) throws IOException {
        var past = Past.of(facts, sessionId, clock.instant());
        var streams = List.of(past.exam().getFirst().stream(), StreamId.ofSession(sessionId));
        var pack = new DisputePack(
                past, exports.of(streams, true), receipts.of(sessionId), keys.pems(), settings.silence(), json);
        Download.send(response, ZIP, "dispute-" + sessionId + ".zip", pack);
    }
}
