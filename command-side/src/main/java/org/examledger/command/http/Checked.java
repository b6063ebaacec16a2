package org.examledger.command.http;

import java.util.ArrayList;
import java.util.List;
import org.examledger.command.handling.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a body and collects what is wrong with all of them, so that a caller learns it at once. */
public final class Checked {
    /** Highest client sequence: the largest integer that a JavaScript number holds exactly, 2^53 − 1. */
    private static final long HIGHEST_SEQUENCE = (1L << 53) - 1;

    private final List<Refusal.Field> wrong = new ArrayList<>();

    public int epoch(@Nullable Integer epoch) {
        return (int) number("epoch", epoch == null ? null : epoch.longValue(), 1, Integer.MAX_VALUE);
    }

    public long sequence(String field, @Nullable Long sequence, long least) {
        return number(field, sequence, least, HIGHEST_SEQUENCE);
    }

    public int integer(String field, @Nullable Integer value, int least, int most) {
        return (int) number(field, value == null ? null : value.longValue(), least, most);
    }

    public int integer(String field, @Nullable Integer value) {
        return (int) number(field, value == null ? null : value.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private long number(String field, @Nullable Long value, long least, long most) {
        if (value == null) {
            against(field, "is missing");
            return least;
        }
        if (value < least || value > most) {
            against(field, "must be " + least + " to " + most);
        }
        return value;
    }

    public String text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            against(field, "is missing");
            return "";
        }
        return optionalText(field, value, longest);
    }

    public String optionalText(String field, String value, int longest) {
        if (value.length() > longest) {
            against(field, "is longer than " + longest + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            against(field, "has a NUL character");
        }
        if (value.codePoints().anyMatch(Checked::isHalf)) {
            against(field, "has half of a surrogate pair");
        }
        return value;
    }

    /** JSON can write it as an escape, UTF-8 cannot: two texts that differ only there would be stored as the same one. */
    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    public <T> List<T> list(String field, @Nullable List<@Nullable T> values, int most) {
        if (values == null) {
            against(field, "is missing");
            return List.of();
        }
        if (values.size() > most) {
            against(field, "has more than " + most + " entries");
            return List.of();
        }
        var present = new ArrayList<T>();
        for (var value : values) {
            if (value == null) {
                against(field, "has an empty entry");
            } else {
                present.add(value);
            }
        }
        return present;
    }

    public void against(String field, String message) {
        wrong.add(new Refusal.Field(field, message));
    }

    /** What is wrong so far. */
    public List<Refusal.Field> wrong() {
        return List.copyOf(wrong);
    }

    /**
     * Ends the reading.
     *
     * @throws org.springframework.web.ErrorResponseException {@code invalid-request} with every field in error
     */
    public void orRefuse() {
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }
}
