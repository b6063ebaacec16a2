package org.examledger.command.portal;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.examledger.command.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a form as a browser encodes them; ids are whole numbers there. */
record Form(MultiValueMap<String, String> fields) {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,10}");
    private static final Pattern ANSWER = Pattern.compile("answers\\[([0-9]{1,10})]");

    /** A number; empty when the field is missing, stands there with several values, or holds none. */
    OptionalInt number(String field) {
        var values = fields.get(field);
        return values == null || values.size() != 1 ? OptionalInt.empty() : number(field, values.getFirst());
    }

    private static OptionalInt number(String field, @Nullable String text) {
        if (text == null || !WHOLE.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        var number = Long.parseLong(text);
        return number < Integer.MIN_VALUE || number > Integer.MAX_VALUE
                ? OptionalInt.empty()
                : OptionalInt.of((int) number);
    }

    boolean has(String field) {
        var values = fields.get(field);
        return values != null && values.stream().anyMatch(it -> it != null && !it.isBlank());
    }

    /**
     * The chosen option by question id, of fields like {@code answers[17]=3}. An empty one says only that the page shows no
     * choice there; behind a hidden empty field the chosen button's stands.
     *
     * @throws org.springframework.web.ErrorResponseException {@code invalid-request} when one holds no number
     */
    Map<Integer, Integer> answers() {
        var answers = new HashMap<Integer, Integer>();
        fields.forEach((field, values) -> {
            var question = ANSWER.matcher(field);
            if (question.matches()) {
                values.stream()
                        .filter(it -> it != null && !it.isBlank())
                        .reduce((earlier, later) -> later)
                        .ifPresent(option -> answers.put(required(field, question.group(1)), required(field, option)));
            }
        });
        return answers;
    }

    private static int required(String field, String text) {
        return number(field, text).orElseThrow(() -> Problem.invalid(field, "holds no number"));
    }
}
