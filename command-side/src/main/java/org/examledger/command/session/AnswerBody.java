package org.examledger.command.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.examledger.command.http.Checked;
import org.jspecify.annotations.Nullable;

/** An answer within a batch or a submit, on the wire. */
record AnswerBody(
        @Nullable Long clientSeq,
        @Nullable Integer questionId,
        @Nullable List<@Nullable Integer> optionIds,
        @Nullable Integer pageIndex,
        @Nullable Instant clientTime) {
    /** So many options a question may have at most. */
    private static final int OPTIONS = 1000;

    AnswerGiven read(Checked checked, String at) {
        return new AnswerGiven(
                checked.sequence(at + "clientSeq", clientSeq, 1),
                checked.integer(at + "questionId", questionId),
                options(checked, at + "optionIds"),
                checked.integer(at + "pageIndex", pageIndex),
                ClientTime.cut(clientTime));
    }

    private List<Integer> options(Checked checked, String field) {
        var options = checked.list(field, optionIds, OPTIONS);
        if (new HashSet<>(options).size() < options.size()) {
            checked.against(field, "names an option twice");
        }
        return options;
    }

    static List<AnswerGiven> read(Checked checked, List<AnswerBody> answers) {
        var read = new ArrayList<AnswerGiven>();
        for (var index = 0; index < answers.size(); index++) {
            read.add(answers.get(index).read(checked, "answers[" + index + "]."));
        }
        return List.copyOf(read);
    }
}
