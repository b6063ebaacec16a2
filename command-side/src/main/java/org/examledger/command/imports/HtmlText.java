package org.examledger.command.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Turns HTML as people and editors write it into plain text: tags that are not closed, attributes without quotes and a
 * {@code <} that begins no tag are taken as a browser would take them.
 */
final class HtmlText {
    private static final Set<String> EMPTY =
            Set.of("br", "img", "hr", "input", "wbr", "meta", "link", "embed", "col", "area", "base", "source");
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9:-]{0,30})");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z_:][A-Za-z0-9_:.-]*)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");

    /** Elements by which a text is known to be HTML. */
    private static final Pattern LOOKS_LIKE_HTML = Pattern.compile(
            "(?i)</?(?:p|br|div|span|b|i|u|em|strong|sub|sup|img|a|ul|ol|li|table|tr|td|th|pre|code|h[1-6]|font|hr)"
                    + "(?:\\s[^<>]*)?/?>");

    private static final Pattern END_OF_CODE = Pattern.compile("(?i)</(?:script|style)");
    /** Pictures that stand in the text itself are taken out before it is read, because they are longer than any text. */
    private static final Pattern INLINED = Pattern.compile("(?i)data:image/[^\\s\"'<>()]{64,}+");

    private static final int LONGEST = 1_000_000;

    /** Deeper than any page; what is opened beyond is read as text of what is open. */
    private static final int DEEPEST = 200;

    private final PlainText plain;
    private final String html;
    private int at;
    private int depth;
    private final Map<String, Integer> openTags = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();

    private HtmlText(String html, Notes notes, Album album) {
        this.html = html;
        this.plain = new PlainText(notes, album);
    }

    static RichText plain(String html, Notes notes, Album album) throws CannotBeAsked {
        var inlined = new ArrayList<String>();
        var text = INLINED.matcher(html).replaceAll(found -> {
            inlined.add(found.group());
            return Album.INLINED + (inlined.size() - 1);
        });
        if (text.length() > LONGEST) {
            throw new CannotBeAsked(WhySkipped.TOO_LONG, "has a text of more than " + LONGEST + " characters");
        }
        return new HtmlText(text, notes, album.inlining(inlined)).read();
    }

    /** The text when its markup may be HTML and may be nothing: Moodle's automatic format, which keeps lines. */
    static RichText plainIfHtml(String text, Notes notes, Album album) throws CannotBeAsked {
        if (INLINED.matcher(text).find() || LOOKS_LIKE_HTML.matcher(text).find()) {
            return plain(text.strip().replace("\n", "<br>"), notes, album);
        }
        return RichText.plain(HtmlUtils.htmlUnescape(text).strip());
    }

    /** Whether there is anything to read in it. */
    static boolean isBlank(String html) {
        return html.replaceAll("<[^<>]*>", "").replace("&nbsp;", "").isBlank();
    }

    private RichText read() throws CannotBeAsked {
        while (at < html.length()) {
            var next = html.indexOf('<', at);
            text(html.substring(at, next < 0 ? html.length() : next));
            if (next < 0) {
                break;
            }
            at = next;
            markup();
        }
        while (!stack.isEmpty()) {
            close();
        }
        return plain.done();
    }

    private void text(String raw) {
        if (!raw.isEmpty()) {
            plain.text(HtmlUtils.htmlUnescape(raw));
        }
    }

    private void markup() throws CannotBeAsked {
        var tag = TAG.matcher(html).region(at, html.length());
        if (html.startsWith("<!--", at)) {
            skipTo("-->");
        } else if (html.startsWith("<!", at) || html.startsWith("<?", at)) {
            skipTo(">");
        } else if (tag.lookingAt()) {
            tag(tag);
        } else {
            plain.text("<");
            at++;
        }
    }

    private void skipTo(String end) {
        var found = html.indexOf(end, at);
        at = found < 0 ? html.length() : found + end.length();
    }

    private void tag(Matcher tag) throws CannotBeAsked {
        var name = tag.group(1).toLowerCase(Locale.ROOT);
        var isEnd = html.charAt(at + 1) == '/';
        var end = endOfTag(tag.end());
        var inside = html.substring(tag.end(), end);
        at = end < html.length() && html.charAt(end) == '>' ? end + 1 : end;
        if (isEnd) {
            closeUpTo(name);
        } else {
            open(name, inside);
        }
    }

    /**
     * A {@code >} in a quoted attribute ends no tag; when a quote is never closed, the first one does. The next tag ends
     * one that was never finished.
     */
    private int endOfTag(int from) {
        var quote = '\0';
        for (var index = from; index < html.length(); index++) {
            var letter = html.charAt(index);
            if (quote != '\0') {
                quote = letter == quote ? '\0' : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = letter;
            } else if (letter == '>' || letter == '<') {
                return index;
            }
        }
        var first = html.indexOf('>', from);
        return first < 0 ? html.length() : first;
    }

    private void open(String name, String inside) throws CannotBeAsked {
        if (name.equals("p") || name.equals("li") || name.equals("tr") || name.equals("td") || name.equals("th")) {
            closeSameKind(name);
        }
        if (depth >= DEEPEST) {
            return;
        }
        plain.start(name, attributes(inside));
        if (EMPTY.contains(name) || inside.endsWith("/")) {
            plain.end();
            return;
        }
        depth++;
        stack.push(name);
        openTags.merge(name, 1, Integer::sum);
        if (name.equals("script") || name.equals("style")) {
            var end = END_OF_CODE.matcher(html).region(at, html.length());
            at = end.find() ? end.start() : html.length();
        }
        if (name.equals("pre") && html.startsWith("\n", at)) {
            at++; // a browser leaves out the line break behind the tag
        }
    }

    /** A new paragraph, item or cell ends the one before it when that was left open. */
    private void closeSameKind(String name) {
        if (name.equals(stack.peek())) {
            close();
        }
    }

    private void closeUpTo(String name) {
        if (openTags.getOrDefault(name, 0) == 0) {
            return;
        }
        while (!name.equals(stack.peek())) {
            close();
        }
        close();
    }

    private void close() {
        var name = stack.pop();
        openTags.merge(name, -1, Integer::sum);
        depth--;
        plain.end();
    }

    private static Map<String, String> attributes(String inside) {
        var attributes = new HashMap<String, String>();
        var found = ATTRIBUTE.matcher(inside);
        while (found.find() && attributes.size() < 50) {
            var value =
                    found.group(2) != null ? found.group(2) : found.group(3) != null ? found.group(3) : found.group(4);
            attributes.putIfAbsent(
                    found.group(1).toLowerCase(Locale.ROOT), value == null ? "" : HtmlUtils.htmlUnescape(value));
        }
        return attributes;
    }
}
