package org.examledger.command.imports;

/** Words of a file that come back in the report: short, and such that JSON can carry them. */
final class Said {
    private static final int LONGEST = 200;

    private Said() {}

    static String shortly(String text) {
        var whole = text.strip();
        var length = whole.codePointCount(0, whole.length());
        var cut = length > LONGEST ? whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) + "…" : whole;
        // Half of a surrogate pair has no bytes in UTF-8.
        return cut.replaceAll("\\p{Cs}", "\uFFFD");
    }
}
