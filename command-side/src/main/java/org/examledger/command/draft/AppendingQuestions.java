package org.examledger.command.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.command.handling.Commands;
import org.examledger.command.handling.Reply;
import org.examledger.command.http.Replies;
import org.examledger.events.Actor;
import org.examledger.events.draft.DraftQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Door for whoever brings questions into a draft that are not typed there. */
@Component
public class AppendingQuestions {
    private static final String DEVICE = "import";

    private final Commands commands;

    AppendingQuestions(Commands commands) {
        this.commands = commands;
    }

    /**
     * What a draft says to it.
     *
     * @param questionIds the ids that the questions got, in their order
     */
    public record Appended(int revision, Instant savedAt, List<Integer> questionIds, long sequence, long position) {}

    /**
     * Saves a draft with more questions at the end.
     *
     * @param questions complete ones; they get the draft's next free ids
     * @param packageName which package they go to, when the draft has packages
     * @throws org.springframework.web.ErrorResponseException when the draft refuses them
     */
    public Appended append(
            UUID draftId,
            List<DraftQuestion> questions,
            @Nullable String packageName,
            @Nullable UUID commandId,
            Actor actor) {
        var changes = DraftChanges.appending(new DraftChanges.Appendix(questions, packageName));
        Reply<DraftReceipt> reply = commands.send(
                new ReviseDraft(draftId, new Editor(actor.person(), DEVICE), changes, null, commandId), actor);
        var receipt = Replies.accepted(reply);
        return new Appended(
                receipt.revision(), receipt.savedAt(), receipt.questionIds(), reply.sequence(), reply.position());
    }
}
