package org.examledger.command.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file. Its encoding is, in this order: what a byte order mark says; UTF-16 when every other byte is
 * empty; what the file (XML) or the request declares; UTF-8; and, when it is none of these, Windows-1252, which is said.
 *
 * @param text without a byte order mark
 * @param guessed whether nothing in the file spoke for the encoding
 */
record SourceText(String text, Charset encoding, boolean guessed) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern XML_DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int HEAD = 400;

    static SourceText of(byte[] bytes, @Nullable Charset declaredByRequest) throws UnreadableFile {
        var marked = marked(bytes);
        if (marked != null) {
            return marked;
        }
        var declared = declaredByFile(bytes);
        var said = declared != null ? declared : declaredByRequest;
        if (said != null && is8Bit(said)) {
            var text = strictly(bytes, 0, said);
            if (text != null) {
                return new SourceText(checked(text), said, false);
            }
        }
        var utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new SourceText(checked(utf8), StandardCharsets.UTF_8, false);
        }
        return new SourceText(checked(new String(bytes, WINDOWS)), WINDOWS, true);
    }

    private static @Nullable SourceText marked(byte[] bytes) throws UnreadableFile {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0) {
            return strict(bytes, 0, StandardCharsets.UTF_16BE);
        }
        if (bytes.length >= 4 && bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
            return strict(bytes, 0, StandardCharsets.UTF_16LE);
        }
        return null;
    }

    private static SourceText strict(byte[] bytes, int from, Charset encoding) throws UnreadableFile {
        var text = strictly(bytes, from, encoding);
        if (text == null) {
            throw new UnreadableFile("begins like " + encoding + " and is something else");
        }
        return new SourceText(checked(text), encoding, false);
    }

    private static @Nullable String strictly(byte[] bytes, int from, Charset encoding) {
        try {
            return encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static @Nullable Charset declaredByFile(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        var declaration = XML_DECLARATION.matcher(head);
        if (!declaration.find()) {
            return null;
        }
        try {
            return Charset.forName(declaration.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** Tools write "utf-16" into files that they then store as UTF-8; the bytes know better. */
    private static boolean is8Bit(Charset charset) {
        return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
    }

    private static String checked(String text) throws UnreadableFile {
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFile("is not a text");
        }
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (var index = 0; index < start.length; index++) {
            if (index >= bytes.length || (bytes[index] & 0xFF) != start[index]) {
                return false;
            }
        }
        return true;
    }
}
