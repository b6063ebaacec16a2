package org.examledger.query.portal;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes the review page: plain HTML without a script. Whatever comes from an author is text there, also when it looks like
 * markup.
 *
 * @param token what the form has to bring; absent = nothing
 */
record ReviewPage(ReviewWords words, @Nullable String token) {
    String of(Review review) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>%s – %s</title>
                  <link rel="stylesheet" href="/assets/shared/look.css">
                </head>
                <body>
                <main>
                  <h1>%s</h1>
                  <p><strong>%s</strong></p>
                  <p>%s</p>
                  %s
                  <form method="post" action="/CMP/SubmitExam">
                    <input type="hidden" name="id" value="%d">
                    %s
                    <p id="warning">%s</p>
                    <button type="submit" aria-describedby="warning">%s</button>
                  </form>
                </main>
                </body>
                </html>
                """.formatted(
                        words.language(),
                        text(words.heading()),
                        text(review.title()),
                        text(words.heading()),
                        text(review.title()),
                        text(words.answered().formatted(review.answered(), review.total())),
                        open(review),
                        review.number(),
                        tokenField(),
                        text(words.warning()),
                        text(words.submit()));
    }

    private String open(Review review) {
        if (review.open().isEmpty()) {
            return "<p>" + text(words.complete()) + "</p>";
        }
        return review.open().stream()
                .map(it -> "<li>" + text(words.question().formatted(it.place()) + ": " + it.text()) + "</li>")
                .collect(Collectors.joining(
                        "\n    ",
                        "<h2>" + text(words.unanswered()) + "</h2>\n  <ul>\n    ",
                        "\n  </ul>\n  <p>" + text(words.goBack()) + "</p>"));
    }

    private String tokenField() {
        return token == null
                ? ""
                : "<input type=\"hidden\" name=\"__RequestVerificationToken\" value=\"" + text(token) + "\">";
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, "UTF-8");
    }
}
