package org.examledger.command.imports;

/**
 * GIFT's escapes. While a text is taken apart, an escaped sign is hidden behind a code point that no text may contain
 * (Unicode's noncharacters), so that it is never taken for the sign itself.
 */
final class GiftEscapes {
    private static final String SIGNS = "\\~=#{}:n";
    private static final char FIRST = '\uFDD0';

    private GiftEscapes() {}

    static String hide(String text) {
        var hidden = new StringBuilder(text.length());
        for (var index = 0; index < text.length(); index++) {
            var letter = text.charAt(index);
            var sign = letter == '\\' && index + 1 < text.length() ? SIGNS.indexOf(text.charAt(index + 1)) : -1;
            if (sign >= 0) {
                hidden.append((char) (FIRST + sign));
                index++;
            } else {
                hidden.append(isReserved(letter) ? '\uFFFD' : letter);
            }
        }
        return hidden.toString();
    }

    static String show(String hidden) {
        var text = new StringBuilder(hidden.length());
        for (var index = 0; index < hidden.length(); index++) {
            var letter = hidden.charAt(index);
            if (!isReserved(letter)) {
                text.append(letter);
            } else {
                var sign = SIGNS.charAt(letter - FIRST);
                text.append(sign == 'n' ? '\n' : sign);
            }
        }
        return text.toString();
    }

    private static boolean isReserved(char letter) {
        return letter >= FIRST && letter < FIRST + SIGNS.length();
    }
}
