package org.examledger.command.imports;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What HTML's elements mean for a plain text, and which of them were left away. */
final class Markup {
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
    private static final int LONGEST_STYLE = 2_000;
    private static final int MOST = 20;

    private final Set<String> lost = new LinkedHashSet<>();

    /** Takes note of an element whose text alone says less than it. */
    void see(String name, Map<String, String> attributes) {
        if (lost.size() >= MOST) {
            return;
        }
        if (!SILENT.contains(name)) {
            lost.add("<" + name + ">");
        }
        var style = attributes.get("style");
        if (style != null
                && style.length() < LONGEST_STYLE
                && !HARMLESS_STYLE.matcher(style).replaceAll("").isBlank()) {
            lost.add("style of <" + name + ">");
        }
        if (name.equals("font") && attributes.containsKey("color")) {
            lost.add("colour");
        }
    }

    Set<String> lost() {
        return lost;
    }

    static boolean isBlock(String name) {
        return BLOCKS.contains(name);
    }

    static boolean isParagraph(String name) {
        return PARAGRAPHS.contains(name);
    }

    static boolean isPicture(String name) {
        return PICTURES.contains(name);
    }

    static boolean isMedia(String name) {
        return MEDIA.contains(name);
    }

    /** Nothing in it is text that anybody sees. */
    static boolean isOpaque(String name) {
        return HIDDEN.contains(name) || PICTURES.contains(name);
    }
}
