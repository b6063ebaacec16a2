package org.examledger.command.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an item of a file is no question here: words that stay the same, so that a page can say it in any language. */
public enum WhySkipped {
    /** There is no question, but a text. */
    NO_QUESTION,
    /** It has no text. */
    NO_TEXT,
    /** Nothing says what is right. */
    NO_KEY,
    /** What is held for right is none of the options. */
    WRONG_KEY,
    /** Two options have one name. */
    OPTION_TWICE,
    /** It is of another kind than single choice, multiple choice, true or false. */
    OTHER_KIND,
    /** It asks several things at once. */
    SEVERAL_QUESTIONS,
    /** It does not follow the rules of its format. */
    MALFORMED,
    /** A number in it is none. */
    NOT_A_NUMBER,
    /** It is made or changed while it is shown. */
    MADE_WHEN_SHOWN,
    /** It needs another file. */
    OTHER_FILE,
    /** It is named, and not in the package. */
    NOT_IN_PACKAGE,
    /** It stands for questions of a pool. */
    POOL,
    /** It lacks what every question needs, or has more than one may have. */
    INCOMPLETE,
    /** A text in it is too long to be read. */
    TOO_LONG,
    /** It has a formula that is not text. */
    FORMULA,
    /** It has a part that is not text: sound, video, a frame, a field. */
    MEDIA,
    /** It names a picture that did not come with it. */
    PICTURE_MISSING,
    /** It names a picture at another place in the network; nothing is fetched. */
    PICTURE_ELSEWHERE,
    /** It has a picture of a kind that is not kept. */
    PICTURE_KIND,
    /** It has a picture that is too large, or the file has too many. */
    PICTURE_TOO_LARGE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
