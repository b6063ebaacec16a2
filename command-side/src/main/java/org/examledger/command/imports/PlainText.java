package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTML as the plain text that questions hold: blocks become lines, white space collapses as a browser shows it, {@code
 * pre} stays as it is. What else the markup said is noted; what cannot be done without it is refused.
 */
final class PlainText {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "ul",
            "ol",
            "dl",
            "table",
            "tr",
            "blockquote",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "header",
            "footer",
            "figure",
            "figcaption",
            "hr",
            "dt",
            "dd",
            "li",
            "center",
            "tbody",
            "thead",
            "tfoot",
            "caption",
            "address",
            "rubricBlock",
            "prompt",
            "contentBody");

    /** Blocks between which an empty line stands. */
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "ul", "ol", "dl", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6");

    /** What says nothing that its text does not say. */
    private static final Set<String> SILENT = Set.of(
            "p",
            "div",
            "br",
            "span",
            "html",
            "body",
            "pre",
            "section",
            "article",
            "font",
            "prompt",
            "rubricBlock",
            "contentBody",
            "wbr",
            "tbody",
            "thead",
            "o:p");

    private static final Set<String> HIDDEN = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final Set<String> PICTURES = Set.of("img", "object", "svg", "math", "image", "picture");
    private static final Set<String> MEDIA = Set.of(
            "audio", "video", "iframe", "embed", "canvas", "applet", "include", "gap", "input", "select", "textarea");
    private static final Pattern HARMLESS_STYLE = Pattern.compile(
            "(?i)\\s*(?:text-align|direction|margin[a-z-]*|padding[a-z-]*|line-height)\\s*:[^;]*(?:;|$)");

    private static final int MOST_MARKUP = 20;

    private final Notes notes;
    private final StringBuilder out = new StringBuilder();
    private final List<String> open = new ArrayList<>();
    private final Set<String> markup = new LinkedHashSet<>();
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
        if (isOpaque(name)) {
            hidden++;
        }
        if (hidden > (isOpaque(name) ? 1 : 0)) {
            return;
        }
        if (PICTURES.contains(name)) {
            picture(name, attributes);
        } else if (MEDIA.contains(name)) {
            throw new CannotBeAsked("has a part (" + name + ") that is not text");
        } else {
            noteMarkup(name, attributes);
        }
        if (BLOCKS.contains(name)) {
            breakLine(PARAGRAPHS.contains(name) && !isOpen("li") ? 2 : 1);
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
        if (isOpaque(name)) {
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
        if (BLOCKS.contains(name)) {
            breakLine(PARAGRAPHS.contains(name) && !isOpen("li") ? 2 : 1);
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
        notes.lost("is plain text now, without", markup);
        var end = out.length();
        while (end > verbatimEnd && isBlank(out.charAt(end - 1))) {
            end--;
        }
        return out.substring(0, end);
    }

    boolean isOpen(String name) {
        return open.contains(name);
    }

    private static boolean isOpaque(String name) {
        return HIDDEN.contains(name) || PICTURES.contains(name);
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

    private void noteMarkup(String name, Map<String, String> attributes) {
        if (!SILENT.contains(name) && markup.size() < MOST_MARKUP) {
            markup.add("<" + name + ">");
        }
        var style = attributes.get("style");
        if (style != null
                && style.length() < 2_000
                && !HARMLESS_STYLE.matcher(style).replaceAll("").isBlank()) {
            markup.add("style of <" + name + ">");
        }
        if (name.equals("font") && attributes.containsKey("color")) {
            markup.add("colour");
        }
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
