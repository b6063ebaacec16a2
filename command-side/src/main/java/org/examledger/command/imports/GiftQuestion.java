package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One question of a GIFT file: {@code ::name::[format]text {answers} more text}. Texts are hidden, see {@link
 * GiftEscapes}, until they are taken out.
 */
final class GiftQuestion {
    private static final Pattern NAME = Pattern.compile("^\\s*::(.*?)::", Pattern.DOTALL);
    private static final Pattern MARKUP =
            Pattern.compile("^\\s*\\[(html|moodle|plain|markdown)]", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEIGHT = Pattern.compile("^\\s*%\\s*(-?[0-9]{1,3}(?:[.,][0-9]{0,10})?)\\s*%");
    private static final Set<String> TRUE = Set.of("T", "TRUE");
    private static final Set<String> FALSE = Set.of("F", "FALSE");
    private static final String GAP = "_____";
    private static final double ALL = 99.99;

    private final @Nullable String name;
    private final String body;
    private final Album album;
    private String markup = "moodle";

    private GiftQuestion(@Nullable String name, String body, Album album) {
        this.album = album;
        this.name = name;
        this.body = body;
    }

    /** @param right whether it begins with = */
    private record Answer(boolean right, @Nullable Double weight, RichText text) {
        boolean counts() {
            return weight == null ? right : weight > 0;
        }
    }

    static GiftQuestion of(String hidden, Album album) {
        var named = NAME.matcher(hidden);
        return named.find()
                ? new GiftQuestion(GiftEscapes.show(named.group(1)), hidden.substring(named.end()), album)
                : new GiftQuestion(null, hidden, album);
    }

    @Nullable
    String name() {
        return name;
    }

    Choice read(Notes notes) throws CannotBeAsked {
        var start = body.indexOf('{');
        var end = body.indexOf('}', start + 1);
        if (start < 0) {
            throw new CannotBeAsked(WhySkipped.NO_QUESTION, "is a text without a question");
        }
        if (end < 0) {
            throw new CannotBeAsked(WhySkipped.MALFORMED, "its { is not closed; write \\{ where a text needs one");
        }
        if (body.indexOf('{', start + 1) >= 0 || body.indexOf('}', end + 1) >= 0) {
            throw new CannotBeAsked(
                    WhySkipped.MALFORMED, "has more than one { or }; write \\{ and \\} where a text needs them");
        }
        var before = unmarked(body.substring(0, start));
        var after = body.substring(end + 1);
        var asked = after.isBlank() ? before : before + GAP + after;
        return choice(text(asked, notes), withoutFeedback(body.substring(start + 1, end), notes), notes);
    }

    private String unmarked(String text) {
        var marked = MARKUP.matcher(text);
        if (!marked.find()) {
            return text;
        }
        markup = marked.group(1).toLowerCase(Locale.ROOT);
        return text.substring(marked.end());
    }

    private String withoutFeedback(String answers, Notes notes) {
        var general = answers.indexOf("####");
        if (general >= 0) {
            notes.add("is kept without feedback");
            return answers.substring(0, general).strip();
        }
        return answers.strip();
    }

    private Choice choice(RichText asked, String answers, Notes notes) throws CannotBeAsked {
        if (answers.isEmpty()) {
            throw new CannotBeAsked(
                    WhySkipped.OTHER_KIND, "is an essay; only single and multiple choice and true/false are read");
        }
        if (answers.startsWith("#")) {
            throw new CannotBeAsked(
                    WhySkipped.OTHER_KIND,
                    "asks for a number; only single and multiple choice and true/false are read");
        }
        var word = answers.split("#", 2)[0].strip().toUpperCase(Locale.ROOT);
        if (TRUE.contains(word) || FALSE.contains(word)) {
            noteFeedback(answers, notes);
            return new Choice(
                    asked,
                    List.of(RichText.plain("True"), RichText.plain("False")),
                    List.of(TRUE.contains(word) ? 1 : 2),
                    false,
                    Points.UNSAID);
        }
        if (answers.indexOf('~') < 0) {
            throw new CannotBeAsked(
                    WhySkipped.OTHER_KIND,
                    (answers.contains("->") ? "asks to match pairs" : "asks for a short answer")
                            + "; only single and multiple choice and true/false are read");
        }
        return choiceOf(asked, answersOf(answers, notes), notes);
    }

    private static Choice choiceOf(RichText asked, List<Answer> answers, Notes notes) throws CannotBeAsked {
        var multiple = answers.stream().noneMatch(Answer::right)
                && answers.stream().anyMatch(it -> it.weight() != null && it.weight() < ALL && it.weight() > 0);
        var right = new ArrayList<Integer>();
        for (var index = 0; index < answers.size(); index++) {
            var answer = answers.get(index);
            var weight = answer.weight();
            if (multiple ? answer.counts() : answer.right() || (weight != null && weight > ALL)) {
                right.add(index + 1);
            } else if (!multiple && weight != null && weight != 0) {
                notes.add("part of the points for option " + (index + 1) + " (" + weight
                        + " %) is not kept; it is wrong");
            }
        }
        if (right.isEmpty()) {
            throw new CannotBeAsked(WhySkipped.NO_KEY, "no option is right");
        }
        if (multiple) {
            notes.add("points for a part of the right options are not kept: only all of them together are right");
        }
        return new Choice(asked, answers.stream().map(Answer::text).toList(), right, multiple, Points.UNSAID);
    }

    /** Each begins with ~ or =; in front of the first there is nothing. */
    private List<Answer> answersOf(String answers, Notes notes) throws CannotBeAsked {
        var found = new ArrayList<Answer>();
        var from = 0;
        while (from < answers.length()) {
            var sign = answers.charAt(from);
            if (sign != '~' && sign != '=') {
                throw new CannotBeAsked(WhySkipped.MALFORMED, "its answers begin with neither = nor ~");
            }
            var start = from + 1;
            // "~=" is an old way to write "=".
            while (start < answers.length() && sign == '~' && Character.isWhitespace(answers.charAt(start))) {
                start++;
            }
            if (sign == '~' && start < answers.length() && answers.charAt(start) == '=') {
                sign = '=';
                start++;
            }
            var end = start;
            while (end < answers.length() && answers.charAt(end) != '~' && answers.charAt(end) != '=') {
                end++;
            }
            found.add(answer(sign == '=', answers.substring(start, end), notes));
            from = end;
        }
        return found;
    }

    private Answer answer(boolean right, String written, Notes notes) throws CannotBeAsked {
        noteFeedback(written, notes);
        var text = written.split("#", 2)[0];
        var weighted = WEIGHT.matcher(text);
        Double weight = null;
        if (weighted.find()) {
            weight = Double.valueOf(weighted.group(1).replace(',', '.'));
            text = text.substring(weighted.end());
        }
        return new Answer(right, weight, text(unmarkedAnswer(text), notes));
    }

    /** An answer may have a format of its own; without one it has the question's. */
    private static String unmarkedAnswer(String text) {
        var marked = MARKUP.matcher(text);
        return marked.find() ? text.substring(marked.end()) : text;
    }

    private static void noteFeedback(String written, Notes notes) {
        var sign = written.indexOf('#');
        if (sign >= 0 && !written.substring(sign + 1).isBlank()) {
            notes.add("is kept without feedback");
        }
    }

    private RichText text(String hidden, Notes notes) throws CannotBeAsked {
        var text = GiftEscapes.show(hidden).strip();
        return switch (markup) {
            case "html" -> HtmlText.plain(text, notes, album);
            case "plain" -> RichText.plain(text);
            case "markdown" -> {
                notes.add("Markdown stands as it was written");
                yield RichText.plain(text);
            }
            default -> HtmlText.plainIfHtml(text, notes, album);
        };
    }
}
