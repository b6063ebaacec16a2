package org.examledger.command.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The formats that are read; which one a file has is seen from its content, never from its name. */
enum FileFormat {
    JSON,
    MOODLE_XML,
    GIFT,
    AIKEN,
    QTI;

    private static final Pattern AIKEN_KEY = Pattern.compile("(?m)^[ \\t]*ANSWER:[ \\t]*[A-Z]\\b");
    private static final Pattern JSON_START = Pattern.compile("\\A\\s*(?:\\[\\s*[{\\]]|\\{\\s*[\"}])");
    private static final Pattern GIFT_ANSWERS = Pattern.compile("(?<!\\\\)\\{");

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words() {
        return Arrays.stream(values()).map(FileFormat::word).collect(Collectors.joining(", "));
    }

    static Optional<FileFormat> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** The format that a text seems to have. */
    static FileFormat of(SourceText source) throws UnreadableFile {
        var text = source.text();
        if (text.stripLeading().startsWith("<")) {
            return ofXml(SafeXml.rootOf(text));
        }
        if (JSON_START.matcher(text).find()) {
            return JSON;
        }
        if (AIKEN_KEY.matcher(text).find()) {
            return AIKEN;
        }
        if (GIFT_ANSWERS.matcher(text).find()) {
            return GIFT;
        }
        throw new UnreadableFile("has none of the formats " + words());
    }

    private static FileFormat ofXml(String root) throws UnreadableFile {
        return switch (root) {
            case "quiz" -> MOODLE_XML;
            case "assessmentItem" -> QTI;
            case "manifest", "assessmentTest" ->
                throw new UnreadableFile(
                        "only lists questions that stand in other files; send the whole package as zip");
            case "questestinterop" -> throw new UnreadableFile("is QTI 1; only QTI 2.1, 2.2 and 3.0 are read");
            default -> throw new UnreadableFile("is XML, but neither Moodle's nor QTI");
        };
    }
}
