package org.examledger.endtoend.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.examledger.endtoend.client.AnswerBatch;
import org.examledger.endtoend.client.ChangePage;
import org.examledger.endtoend.client.Reply;
import org.examledger.endtoend.client.SelectAnswer;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.http.TinyExam;

/** One command of a worker in one epoch: an answer, a batch of answers with consecutive sequences, or a page change. */
sealed interface Click {
    /** Sends it, once or as often as it takes to learn its outcome. */
    Reply sendTo(SessionClient session);

    /** The client sequences it takes. */
    List<Long> sequences();

    record Answer(SelectAnswer answer) implements Click {
        @Override
        public Reply sendTo(SessionClient session) {
            return session.answer(answer);
        }

        @Override
        public List<Long> sequences() {
            return List.of(answer.clientSeq());
        }
    }

    record Batch(long epoch, List<SelectAnswer> answers) implements Click {
        @Override
        public Reply sendTo(SessionClient session) {
            return session.answers(new AnswerBatch(
                    epoch, answers.stream().map(SelectAnswer::withoutEpoch).toList()));
        }

        @Override
        public List<Long> sequences() {
            return answers.stream().map(SelectAnswer::clientSeq).toList();
        }
    }

    record Page(ChangePage page) implements Click {
        @Override
        public Reply sendTo(SessionClient session) {
            return session.turnTo(page);
        }

        @Override
        public List<Long> sequences() {
            return List.of(page.clientSeq());
        }
    }

    /** Clicks that take the sequences from 1 on, for the questions of a {@link TinyExam}. */
    static List<Click> some(int count, long epoch, RandomGenerator random) {
        var clicks = new ArrayList<Click>();
        var sequence = 1L;
        while (clicks.size() < count) {
            switch (random.nextInt(10)) {
                case 0, 1 -> clicks.add(new Page(new ChangePage(epoch, sequence++, random.nextInt(3), null)));
                case 2, 3 -> {
                    var answers = new ArrayList<SelectAnswer>();
                    for (var member = 2 + random.nextInt(3); member > 0; member--) {
                        answers.add(answer(epoch, sequence++, random));
                    }
                    clicks.add(new Batch(epoch, answers));
                }
                default -> clicks.add(new Answer(answer(epoch, sequence++, random)));
            }
        }
        return clicks;
    }

    private static SelectAnswer answer(long epoch, long sequence, RandomGenerator random) {
        var question = 11 + random.nextInt(3);
        var option = 1 + random.nextInt(4);
        if (random.nextInt(8) == 0) {
            return TinyExam.answer(epoch, sequence, question);
        }
        return question == 13 && random.nextBoolean()
                ? TinyExam.answer(epoch, sequence, question, Math.min(option, 3), 4)
                : TinyExam.answer(epoch, sequence, question, option);
    }

    /** Every answer among clicks by its client sequence. */
    static Map<Long, SelectAnswer> answersOf(List<Click> clicks) {
        var answers = new TreeMap<Long, SelectAnswer>();
        for (var click : clicks) {
            switch (click) {
                case Answer(var answer) -> answers.put(answer.clientSeq(), answer);
                case Batch batch -> batch.answers().forEach(it -> answers.put(it.clientSeq(), it));
                case Page page -> {}
            }
        }
        return answers;
    }

    /** Where the worker is when all clicks have arrived: on the page of the one with the highest sequence. */
    static int lastPage(List<Click> clicks) {
        return switch (clicks.getLast()) {
            case Answer(var answer) -> answer.pageIndex();
            case Batch batch -> batch.answers().getLast().pageIndex();
            case Page(var page) -> page.pageIndex();
        };
    }
}
