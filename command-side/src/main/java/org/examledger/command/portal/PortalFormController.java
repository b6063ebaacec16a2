package org.examledger.command.portal;

import java.net.URI;
import org.examledger.command.handling.Command;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Replies;
import org.examledger.command.session.HandIn;
import org.examledger.command.session.Leave;
import org.examledger.command.session.SaveAnswers;
import org.examledger.events.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The forms of the portal's page: the browser leaves the page with them, so each ends in a redirect. */
@RestController
@RequestMapping(path = "/CMP", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
class PortalFormController {
    private static final String LIST = "/CMP/Assessment";

    private final Commands commands;

    PortalFormController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/AbandonExam")
    ResponseEntity<Void> abandonExam(@RequestParam MultiValueMap<String, String> fields, Actor actor) {
        var session = PortalSession.in(new Form(fields), "id");
        return send(new Leave(session.id(), actor.person()), actor, LIST, LIST);
    }

    /** Also what the page does when its timer reaches 0. */
    @PostMapping("/ExamSummary")
    ResponseEntity<Void> examSummary(@RequestParam MultiValueMap<String, String> fields, Actor actor) {
        var form = new Form(fields);
        var session = PortalSession.in(form, "id");
        var command = new SaveAnswers(session.id(), actor.person(), form.answers());
        return send(command, actor, "/CMP/ExamSummary?id=" + session.number(), results(session));
    }

    @PostMapping("/SubmitExam")
    ResponseEntity<Void> submitExam(@RequestParam MultiValueMap<String, String> fields, Actor actor) {
        var form = new Form(fields);
        var session = PortalSession.in(form, "id");
        var command = new HandIn(session.id(), actor.person(), form.answers());
        return send(command, actor, results(session), results(session));
    }

    private static String results(PortalSession session) {
        return "/CMP/Results/" + session.number();
    }

    private ResponseEntity<Void> send(Command command, Actor actor, String whenDone, String whenEnded) {
        Reply<Object> reply = commands.send(command, actor);
        var refusal = reply.refusal();
        if (refusal != null && refusal.code() == Code.SESSION_CLOSED) {
            return redirect(whenEnded, reply);
        }
        if (refusal != null && refusal.code() == Code.NOT_STARTED) {
            return redirect(LIST, reply);
        }
        var unused = Replies.accepted(reply);
        return redirect(whenDone, reply);
    }

    /** The browser is to fetch what comes next, whatever it sent here. */
    private static ResponseEntity<Void> redirect(String to, Reply<?> reply) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(to))
                .header("X-Log-Position", Long.toString(reply.position()))
                .build();
    }
}
