package org.examledger.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.examledger.events.exam.Picture;
import org.jspecify.annotations.Nullable;

/**
 * HTML as the plain text that questions hold: blocks become lines, white space collapses as a browser shows it, {@code
 * pre} stays as it is. What else the markup said is noted; what cannot be done without it is refused.
 */
final class PlainText {
    private final Notes notes;
    private final Album album;
    private final List<Picture> pictures = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private final List<String> open = new ArrayList<>();
    private final Markup markup = new Markup();
    private int wantedLines;
    private boolean space;
    private int verbatimEnd;
    private int verbatim;
    private int hidden;
    private @Nullable String link;
    private int lengthAtPicture = Integer.MAX_VALUE;

    PlainText(Notes notes, Album album) {
        this.notes = notes;
        this.album = album;
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
            throw new CannotBeAsked(WhySkipped.MEDIA, "has a part (" + name + ") that is not text");
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

    /** The text so far, without empty lines around it, and the pictures that stood in it. */
    RichText done() {
        notes.lost("is plain text now, without", markup.lost());
        var end = out.length();
        while (end > verbatimEnd && isBlank(out.charAt(end - 1))) {
            end--;
        }
        if (end > lengthAtPicture) {
            notes.add("a picture stands behind the text now, and not within it");
        }
        return new RichText(out.substring(0, end), pictures);
    }

    boolean isOpen(String name) {
        return open.contains(name);
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\n' || letter == '\u00a0';
    }

    /** A picture that cannot be kept may still be described; one that is neither makes the question another one. */
    private void picture(String name, Map<String, String> attributes) throws CannotBeAsked {
        var description = description(attributes);
        try {
            pictures.add(album.take(reference(name, attributes), description));
            lengthAtPicture = Math.min(lengthAtPicture, out.length());
        } catch (CannotBeAsked unkept) {
            if (description == null) {
                throw new CannotBeAsked(
                        unkept.code(),
                        unkept.code() == WhySkipped.FORMULA
                                ? unkept.why()
                                : "has a picture without a description that " + unkept.why());
            }
            notes.add("a picture was replaced by its description \"" + description + "\": it " + unkept.why());
            raw("[" + description + "]");
        }
    }

    private static @Nullable String description(Map<String, String> attributes) {
        var described = attributes.get("alt") != null ? attributes.get("alt") : attributes.get("alttext");
        return described == null || described.isBlank()
                ? null
                : described.strip().replaceAll("\\s+", " ");
    }

    private static String reference(String name, Map<String, String> attributes) throws CannotBeAsked {
        return switch (name) {
            case "math" -> throw new CannotBeAsked(WhySkipped.FORMULA, "has a formula in MathML, which is not text");
            case "svg" -> throw new CannotBeAsked(WhySkipped.PICTURE_KIND, "is SVG, which can run programs");
            case "object" -> attributes.getOrDefault("data", "");
            default -> attributes.getOrDefault("src", "");
        };
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
