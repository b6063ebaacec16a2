package org.examledger.command.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.NoSuchStreamException;
import org.examledger.command.handling.Reply;
import org.examledger.events.Actor;
import org.examledger.events.rules.NameBasedId;

/** What automations ask of sessions. Whatever a list of theirs says, the session decides. */
public final class SessionWatch {
    private final Commands commands;

    public SessionWatch(Commands commands) {
        this.commands = commands;
    }

    /**
     * Looks whether a session's time is over and whether its worker is silent, and has it noted.
     *
     * @param silence how long nothing has to come for that
     * @param since when the service last came back; before that nobody could give a sign of life
     * @return when to look again; empty when there is nothing more to look for
     */
    public Optional<Instant> look(UUID sessionId, Duration silence, Instant since) {
        try {
            var over = ask(new ExpireSession(sessionId));
            if (over.answer().lookAgainAt() == null) {
                return Optional.empty();
            }
            var silent = ask(new MarkSilent(sessionId, silence, since));
            return silent.answer().lookAgainAt() == null
                    ? Optional.empty()
                    : Stream.of(over, silent)
                            .flatMap(reply -> Stream.ofNullable(reply.answer().lookAgainAt()))
                            .min(Instant::compareTo);
        } catch (NoSuchStreamException missing) {
            return Optional.empty();
        }
    }

    /** Gives back the time that an outage took, once however often it is asked for (R11). */
    public void giveBack(UUID sessionId, UUID outageId, Instant from, Instant until) {
        var unused = ask(new CompensateOutage(sessionId, from, until, NameBasedId.ofFanOut(outageId, sessionId)));
    }

    private Reply<Receipt> ask(SessionCommand command) {
        return commands.send(command, Actor.SYSTEM);
    }
}
