package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTML as the plain text that questions hold: blocks become lines, white space collapses as a browser shows it, {@code
 * pre} stays as it is. What else the markup said is noted; what cannot be done without it is refused.
 */
final class PlainText {
    private final Notes notes;
    private final StringBuilder out = new StringBuilder();
    private final List<String> open = new ArrayList<>();
    private final Markup markup = new Markup();
    private int wantedLines;
    private boolean space;
    private int verbatimEnd;
    private int verbatim;
    private int hidden;
    private @Nullable String link;

    PlainText(Notes notes) {
        this.notes = notes;
    }

    void start(String name, Map<String, String> attributes) throws CannotBeAsked {
        open.add(name);
        if (Markup.isOpaque(name)) {
            hidden++;
        }
        if (hidden > (Markup.isOpaque(name) ? 1 : 0)) {
            return;
        }
        if (Markup.isPicture(name)) {
            picture(name, attributes);
        } else if (Markup.isMedia(name)) {
            throw new CannotBeAsked("has a part (" + name + ") that is not text");
        } else {
            markup.see(name, attributes);
        }
        if (Markup.isBlock(name)) {
            breakLine(Markup.isParagraph(name) && !isOpen("li") ? 2 : 1);
        }
        switch (name) {
            case "br" -> lineBreak();
            case "li" -> raw("- ");
            case "pre" -> verbatim++;
            case "td", "th" -> cell();
            case "a" -> link = attributes.get("href");
            default -> {}
        }
    }

    void end() {
        var name = open.removeLast();
        if (Markup.isOpaque(name)) {
            hidden--;
            return;
        }
        if (hidden > 0) {
            return;
        }
        if (name.equals("pre")) {
            verbatim--;
        }
        if (name.equals("a")) {
            closeLink();
        }
        if (Markup.isBlock(name)) {
            breakLine(Markup.isParagraph(name) && !isOpen("li") ? 2 : 1);
        }
    }

    void text(String text) {
        if (hidden > 0) {
            return;
        }
        if (verbatim > 0) {
            if (!text.isEmpty()) {
                flushBreaks();
                out.append(text);
                verbatimEnd = out.length();
            }
            return;
        }
        for (var index = 0; index < text.length(); index++) {
            var letter = text.charAt(index);
            if (letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f') {
                space = true;
            } else {
                flushBreaks();
                out.append(letter);
            }
        }
    }

    /** The text so far, without empty lines around it. */
    String done() {
        notes.lost("is plain text now, without", markup.lost());
        var end = out.length();
        while (end > verbatimEnd && isBlank(out.charAt(end - 1))) {
            end--;
        }
        return out.substring(0, end);
    }

    boolean isOpen(String name) {
        return open.contains(name);
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\n' || letter == '\u00a0';
    }

    private void picture(String name, Map<String, String> attributes) throws CannotBeAsked {
        var described = attributes.get("alt") != null ? attributes.get("alt") : attributes.get("alttext");
        if (described == null || described.isBlank()) {
            throw new CannotBeAsked(
                    name.equals("math")
                            ? "has a formula in MathML, which is not text"
                            : "has a picture without a description; pictures are not kept");
        }
        notes.add("a picture was replaced by its description \"" + described.strip() + "\"");
        raw("[" + described.strip() + "]");
    }

    private void closeLink() {
        var target = link;
        link = null;
        if (target != null && !target.isBlank() && !target.startsWith("#") && !endsWith(target)) {
            raw(" (" + target.strip() + ")");
        }
    }

    private boolean endsWith(String end) {
        return out.indexOf(end, Math.max(0, out.length() - end.length())) >= 0;
    }

    private void cell() {
        if (!out.isEmpty() && wantedLines == 0 && out.charAt(out.length() - 1) != '\n') {
            space = false;
            out.append(" | ");
        }
    }

    private void raw(String text) {
        flushBreaks();
        out.append(text);
    }

    private void lineBreak() {
        if (verbatim > 0) {
            text("\n");
        } else if (!out.isEmpty()) {
            flushBreaks();
            space = false;
            out.append('\n');
        }
    }

    /** Blocks keep apart what is in them; how many lines depends on the widest gap that was asked for. */
    private void breakLine(int lines) {
        if (verbatim == 0 || out.isEmpty()) {
            space = false;
            wantedLines = out.isEmpty() ? 0 : Math.max(wantedLines, lines);
        }
    }

    private void flushBreaks() {
        if (wantedLines > 0) {
            var end = out.length();
            while (end > verbatimEnd && isBlank(out.charAt(end - 1))) {
                end--;
            }
            out.setLength(end);
            out.append("\n".repeat(wantedLines));
            wantedLines = 0;
            space = false;
        } else if (space) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append(' ');
            }
            space = false;
        }
    }
}
