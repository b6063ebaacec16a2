package org.examledger.service.problems;

import java.util.List;
import java.util.stream.Collectors;
import org.examledger.service.problems.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a body could not be read, in the words of JSON and never of Java. */
final class UnreadableBody {
    private UnreadableBody() {}

    static ProblemDetail explain(@Nullable Throwable cause) {
        return switch (cause) {
            case StreamConstraintsException bounds ->
                Problem.invalid(
                        "The body is nested too deeply, or a name, text or number in it is too long.", List.of());
            case DatabindException mismatch -> wrong(mismatch, message(mismatch));
            case InputCoercionException range -> wrong(range, "is out of range");
            case StreamReadException syntax ->
                Problem.invalid("The body is not valid JSON" + position(syntax) + ".", List.of());
            case null -> Problem.invalid("The body is missing.", List.of());
            default -> Problem.invalid("The body could not be read.", List.of());
        };
    }

    private static ProblemDetail wrong(JacksonException at, String message) {
        return Problem.invalid(
                "The body does not have the expected shape.", List.of(new FieldError(field(at), message)));
    }

    private static String message(DatabindException mismatch) {
        return switch (mismatch) {
            case UnrecognizedPropertyException unknown -> "is not known here";
            case InvalidNullException missing -> "must not be null";
            case InvalidFormatException format -> "does not have the expected type or format";
            case MismatchedInputException type -> "does not have the expected type, or is missing";
            default -> "is not acceptable";
        };
    }

    /** The path as a client would write it: {@code answers[3].optionIds}. */
    private static String field(JacksonException mismatch) {
        return mismatch.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String position(JacksonException syntax) {
        var at = syntax.getLocation();
        return at == null || at.getLineNr() < 0
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
