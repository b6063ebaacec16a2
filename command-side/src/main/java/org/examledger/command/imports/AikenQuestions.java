package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Aiken: a text, options behind capital letters, and a line {@code ANSWER: A}. */
final class AikenQuestions {
    private static final Pattern OPTION = Pattern.compile("^\\s{0,8}([A-Z])[.)](?:\\s+(.*))?$");
    private static final Pattern ANSWER = Pattern.compile("^\\s{0,8}ANSWER:\\s*(.*)$");
    private static final Pattern LETTERS = Pattern.compile("[A-Z](?:\\s*[,;]?\\s*[A-Z])*");

    private final Findings findings;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, StringBuilder> options = new LinkedHashMap<>();
    private @Nullable StringBuilder newest;
    private @Nullable String twice;
    private int line;
    private boolean apart;

    private AikenQuestions(Findings findings) {
        this.findings = findings;
    }

    static void read(String text, Findings findings) throws UnreadableFile {
        var questions = new AikenQuestions(findings);
        var number = 0;
        for (var lines = text.lines().iterator(); lines.hasNext(); ) {
            questions.read(lines.next(), ++number);
        }
        questions.endWithoutAnswer();
    }

    private void read(String read, int number) throws UnreadableFile {
        if (read.isBlank()) {
            apart = true;
            return;
        }
        var answer = ANSWER.matcher(read);
        var option = OPTION.matcher(read);
        if (answer.matches()) {
            begin(number);
            end(answer.group(1).strip());
        } else if (option.matches() && !text.isEmpty()) {
            newest = new StringBuilder(
                    option.group(2) == null ? "" : option.group(2).strip());
            if (options.put(option.group(1), newest) != null) {
                twice = option.group(1);
            }
        } else if (newest != null && !apart) {
            newest.append('\n').append(read.strip());
        } else {
            if (newest != null) {
                endWithoutAnswer();
            }
            begin(number);
            text.append(text.isEmpty() ? "" : "\n").append(read.strip());
        }
        apart = false;
    }

    private void begin(int number) {
        if (text.isEmpty() && options.isEmpty()) {
            line = number;
        }
    }

    private void endWithoutAnswer() throws UnreadableFile {
        if (!text.isEmpty()) {
            findings.skip(place(), WhySkipped.NO_KEY, "has no line ANSWER:", new Notes());
        }
        clear();
    }

    private void end(String answer) throws UnreadableFile {
        findings.item(place(), notes -> choice(answer));
        clear();
    }

    private Place place() {
        var end = text.indexOf("\n");
        return Place.atLine(line, end < 0 ? text.toString() : text.substring(0, end), null);
    }

    private Choice choice(String answer) throws CannotBeAsked {
        if (twice != null) {
            throw new CannotBeAsked(WhySkipped.OPTION_TWICE, "has two options " + twice);
        }
        if (!LETTERS.matcher(answer).matches()) {
            throw new CannotBeAsked(WhySkipped.NO_KEY, "its line ANSWER: names no option");
        }
        var letters = List.copyOf(options.keySet());
        var correct = new ArrayList<Integer>();
        for (var letter : answer.replaceAll("[^A-Z]", "").split("", -1)) {
            if (!letter.isEmpty()) {
                if (!letters.contains(letter)) {
                    throw new CannotBeAsked(
                            WhySkipped.WRONG_KEY, "ANSWER: names option " + letter + ", which it does not have");
                }
                correct.add(letters.indexOf(letter) + 1);
            }
        }
        var texts = options.values().stream()
                .map(it -> RichText.plain(it.toString()))
                .toList();
        return new Choice(RichText.plain(text.toString()), texts, correct, correct.size() > 1, Points.UNSAID);
    }

    private void clear() {
        text.setLength(0);
        options.clear();
        newest = null;
        twice = null;
    }
}
