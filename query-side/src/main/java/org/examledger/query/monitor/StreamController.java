package org.examledger.query.monitor;

import java.util.UUID;
import java.util.regex.Pattern;
import org.examledger.events.rules.SessionStatus;
import org.examledger.query.feed.AtLeast;
import org.examledger.query.http.Replies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** The monitor as a stream of events: first everything, then what changes. */
@RestController
class StreamController {
    private static final long WITHOUT_TIMEOUT = 0L;

    /** What is no position was not sent by us. */
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final Watchers watchers;
    private final Monitor monitor;

    StreamController(Watchers watchers, Monitor monitor) {
        this.watchers = watchers;
        this.monitor = monitor;
    }

    @GetMapping(path = "/api/v1/exams/{examId}/monitor/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<ResponseBodyEmitter> stream(
            @PathVariable UUID examId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String atLeast,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpMethod method) {
        var only = StatusFilter.of(status);
        if (AtLeast.parse(atLeast) > 0) {
            monitor.await(atLeast);
        }
        var watcher = watchers.join(examId, only);
        try {
            var frame = watcher.watch().fresh(AtLeast.parse(atLeast));
            var reply = ResponseEntity.ok()
                    .header(Replies.READ_POSITION, Long.toString(frame.position()))
                    // A proxy that gathers what it passes on would keep events back.
                    .header("X-Accel-Buffering", "no")
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.TEXT_EVENT_STREAM);
            if (HttpMethod.HEAD.equals(method)) {
                watchers.leave(watcher);
                return reply.build();
            }
            return reply.body(stream(watcher, frame, firstOf(frame, only, lastEventId)));
        } catch (RuntimeException cannotBeShown) {
            watchers.leave(watcher);
            throw cannotBeShown;
        }
    }

    private byte[] firstOf(Frame frame, @Nullable SessionStatus only, @Nullable String lastEventId) {
        return lastEventId != null && POSITION.matcher(lastEventId).matches()
                ? frame.from(Long.parseLong(lastEventId), only, monitor::timeOf)
                : frame.snapshot(only);
    }

    /** The request's thread goes home, and so does its place among those that are being answered. */
    private ResponseBodyEmitter stream(Watcher watcher, Frame frame, byte[] first) {
        var emitter = new ResponseBodyEmitter(WITHOUT_TIMEOUT);
        emitter.onCompletion(watcher::end);
        emitter.onError(failure -> watcher.end());
        Thread.ofVirtual().name("watcher").start(() -> {
            try {
                watcher.run(frame, first, text -> emitter.send(text, MediaType.TEXT_EVENT_STREAM));
            } finally {
                watchers.leave(watcher);
                emitter.complete();
            }
        });
        return emitter;
    }
}
