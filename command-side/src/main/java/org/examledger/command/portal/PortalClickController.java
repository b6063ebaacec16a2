package org.examledger.command.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.examledger.command.handling.Command;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Problem;
import org.examledger.command.http.Replies;
import org.examledger.command.session.SaveAnswer;
import org.examledger.command.session.SaveProgress;
import org.examledger.events.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the portal's page sends while its worker clicks. Its script looks at {@code success} and shows {@code error}. */
@RestController
@RequestMapping(path = "/CMP", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
class PortalClickController {
    private final Commands commands;

    PortalClickController(Commands commands) {
        this.commands = commands;
    }

    record SavedBody(
            boolean success,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String error) {
        static final SavedBody SUCCESS = new SavedBody(true, null);
    }

    /** The portal saves answers of exams without packages under another name. */
    @PostMapping({"/SaveAnswer", "/SaveLegacyAnswer"})
    ResponseEntity<SavedBody> saveAnswer(@RequestParam MultiValueMap<String, String> fields, Actor actor) {
        var form = new Form(fields);
        var session = PortalSession.in(form, "sessionId");
        var question = form.number("questionId");
        var option = form.number("optionId");
        if (question.isEmpty() || option.isEmpty()) {
            return failed("questionId and optionId must be whole numbers.");
        }
        return send(new SaveAnswer(session.id(), actor.person(), question.getAsInt(), option.getAsInt()), actor);
    }

    @PostMapping("/UpdateSessionProgress")
    ResponseEntity<SavedBody> updateSessionProgress(@RequestParam MultiValueMap<String, String> fields, Actor actor) {
        var form = new Form(fields);
        var session = PortalSession.in(form, "sessionId");
        var page = form.number("currentPage");
        var elapsed = form.number("elapsedSeconds");
        if (page.isEmpty() || (form.has("elapsedSeconds") && (elapsed.isEmpty() || elapsed.getAsInt() < 0))) {
            return failed("currentPage and elapsedSeconds must be whole numbers.");
        }
        var seconds = elapsed.isPresent() ? Integer.valueOf(elapsed.getAsInt()) : null;
        return send(new SaveProgress(session.id(), actor.person(), page.getAsInt(), seconds), actor);
    }

    private ResponseEntity<SavedBody> send(Command command, Actor actor) {
        Reply<Object> reply = commands.send(command, actor);
        var refusal = reply.refusal();
        if (refusal == null) {
            return Replies.of(HttpStatus.OK, reply, SavedBody.SUCCESS);
        }
        if (refusal.code() == Code.UNAVAILABLE) {
            throw Problem.of(refusal, reply);
        }
        return switch (refusal.code()) {
            case NOT_FOUND -> failed("Unauthorized");
            case SESSION_CLOSED -> Replies.of(HttpStatus.OK, reply, new SavedBody(false, "Session already closed"));
            default -> Replies.of(HttpStatus.OK, reply, new SavedBody(false, refusal.detail()));
        };
    }

    private static ResponseEntity<SavedBody> failed(String why) {
        return ResponseEntity.ok(new SavedBody(false, why));
    }
}
