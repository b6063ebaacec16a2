package org.examledger.command.imports;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides a GIFT file into questions: empty lines part them, {@code //} begins a comment, {@code $CATEGORY:} names what
 * follows. An empty line inside of the answers is let pass when an answer follows.
 */
final class GiftQuestions {
    private static final Pattern CATEGORY = Pattern.compile("^\\s*\\$CATEGORY:\\s*(.*)$");
    private static final Pattern GOES_ON = Pattern.compile("^\\s*[=~}#].*$");

    private final Findings findings;
    private final StringBuilder question = new StringBuilder();
    private @Nullable String category;
    private int line;
    private int depth;
    private boolean parted;

    private GiftQuestions(Findings findings) {
        this.findings = findings;
    }

    static void read(String text, Findings findings) throws UnreadableFile {
        var questions = new GiftQuestions(findings);
        var number = 0;
        for (var lines = text.lines().iterator(); lines.hasNext(); ) {
            questions.read(lines.next(), ++number);
        }
        questions.end();
    }

    /** {@code $course$/top/Safety/Fire} is where a tool keeps it, Safety/Fire is what a person called it. */
    static String categoryName(String path) {
        return path.strip().replaceFirst("^\\$[a-z]+\\$/?", "").replaceFirst("^top(?:/|$)", "");
    }

    private void read(String read, int number) throws UnreadableFile {
        if (read.stripLeading().startsWith("//")) {
            findings.note("comments are not kept");
            return;
        }
        if (read.isBlank()) {
            parted = true;
            return;
        }
        if (parted && !(depth > 0 && GOES_ON.matcher(read).matches())) {
            end();
        }
        parted = false;
        var named = CATEGORY.matcher(read);
        if (question.isEmpty() && named.matches()) {
            category = categoryName(named.group(1));
            findings.note("categories are shown and not kept");
            return;
        }
        if (question.isEmpty()) {
            line = number;
        } else {
            question.append('\n');
        }
        var hidden = GiftEscapes.hide(read);
        question.append(hidden);
        depth += (int) hidden.chars().filter(it -> it == '{').count();
        depth -= (int) hidden.chars().filter(it -> it == '}').count();
    }

    private void end() throws UnreadableFile {
        if (!question.isEmpty()) {
            var gift = GiftQuestion.of(question.toString(), findings.album());
            findings.item(Place.atLine(line, gift.name(), category), gift::read);
        }
        question.setLength(0);
        depth = 0;
    }
}
