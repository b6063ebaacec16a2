package org.examledger.command.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;

/**
 * A file that was sent: the body itself, or the part {@code file} of a form. The form is taken apart here, because the
 * container would read it past the limit that counts the body.
 *
 * @param declared encoding that the sender names
 */
record Upload(byte[] file, @Nullable Charset declared) {
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:[^\\r\\n]*;\\s*name=\"?file\"?\\s*(?:;|\\r|\\n|$)");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type:\\s*([^\\r\\n]{1,200})");
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_HEADERS = 8_192;

    /** The file of a request. */
    static Upload of(byte[] body, @Nullable String contentType) throws UnreadableFile {
        var type = mediaType(contentType);
        if (type == null || !MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            return new Upload(body, charsetOf(type));
        }
        var boundary = type.getParameter("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new UnreadableFile("is a form that does not say what parts it");
        }
        return fileOf(body, ("--" + unquoted(boundary)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Upload fileOf(byte[] body, byte[] boundary) throws UnreadableFile {
        for (var at = find(body, boundary, 0); at >= 0; at = find(body, boundary, at + boundary.length)) {
            var headers = at + boundary.length;
            var content = find(body, END_OF_HEADERS, headers);
            if (content < 0 || content - headers > LONGEST_HEADERS) {
                break;
            }
            var said = new String(body, headers, content - headers, StandardCharsets.UTF_8);
            if (NAME.matcher(said).find()) {
                var start = content + END_OF_HEADERS.length;
                var end = find(body, withLineBreak(boundary), content + 2);
                if (end < 0) {
                    throw new UnreadableFile("is not complete");
                }
                var type = TYPE.matcher(said);
                return new Upload(
                        Arrays.copyOfRange(body, Math.min(start, end), end),
                        charsetOf(mediaType(type.find() ? type.group(1) : null)));
            }
        }
        throw new UnreadableFile("is missing: the form has no part named file");
    }

    private static byte[] withLineBreak(byte[] boundary) {
        var longer = new byte[boundary.length + 2];
        longer[0] = '\r';
        longer[1] = '\n';
        System.arraycopy(boundary, 0, longer, 2, boundary.length);
        return longer;
    }

    private static int find(byte[] body, byte[] wanted, int from) {
        for (var at = from; at <= body.length - wanted.length; at++) {
            if (body[at] == wanted[0] && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static String unquoted(String boundary) {
        return boundary.startsWith("\"") && boundary.endsWith("\"") && boundary.length() > 1
                ? boundary.substring(1, boundary.length() - 1)
                : boundary;
    }

    private static @Nullable MediaType mediaType(@Nullable String written) {
        try {
            return written == null ? null : MediaType.parseMediaType(written.strip());
        } catch (InvalidMediaTypeException unreadable) {
            return null;
        }
    }

    private static @Nullable Charset charsetOf(@Nullable MimeType type) {
        try {
            return type == null ? null : type.getCharset();
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
