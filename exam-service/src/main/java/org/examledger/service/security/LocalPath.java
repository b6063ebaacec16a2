package org.examledger.service.security;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody may be sent after his sign-in: to a page of ours, never to another site. */
final class LocalPath {
    private static final String START = "/";
    private static final int LONGEST = 500;

    private static final String TEXT = "(?:[A-Za-z0-9._~/?&=+:@!$',;()*-]|%[0-9A-Fa-f]{2})*+";

    /** One slash and then neither a slash nor anything that browsers take for one or leave out; always a URI. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)" + TEXT + "(?:#" + TEXT + ")?");

    private LocalPath() {}

    static String of(@Nullable String asked) {
        return asked == null
                        || asked.length() > LONGEST
                        || !LOCAL.matcher(asked).matches()
                        // Would begin again for ever.
                        || asked.startsWith("/sign-in")
                ? START
                : asked;
    }
}
