package org.examledger.query.monitor;

import java.util.UUID;
import org.examledger.query.http.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
class MonitorController {
    private final Monitor monitor;
    private final Replies replies;

    MonitorController(Monitor monitor, Replies replies) {
        this.monitor = monitor;
        this.replies = replies;
    }

    @GetMapping("/api/v1/exams/{examId}/monitor")
    ResponseEntity<MonitorPicture> monitor(
            @PathVariable UUID examId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String atLeast,
            WebRequest request) {
        var look = monitor.look(examId, StatusFilter.of(status), atLeast);
        return replies.unlessKnown(request, look.tag(), look.board().position(), () -> monitor.draw(look));
    }
}
