package org.examledger.query.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewPageTest {
    private static final Review REVIEW = new Review(
            4711,
            "Ropes & <b>knots</b>",
            3,
            List.of(new Review.Question(2, "<script>alert('x')</script>"), new Review.Question(3, "\"Why\"?")),
            null);

    private static String page(ReviewWords words) {
        return new ReviewPage(words, "a\"b").of(REVIEW);
    }

    @Test
    void whatever_an_author_wrote_is_text_and_nothing_else() {
        assertThat(page(ReviewWords.ENGLISH))
                .contains("Ropes &amp; &lt;b&gt;knots&lt;/b&gt;", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .contains("&quot;Why&quot;?", "value=\"a&quot;b\"")
                .doesNotContain("<script", "<b>", " style=", " onclick=");
    }

    @Test
    void what_is_not_answered_is_listed_by_its_place_on_the_paper() {
        assertThat(page(ReviewWords.ENGLISH))
                .contains("You have answered 1 of 3 questions.", "Question 2: ", "Question 3: ")
                .contains("<input type=\"hidden\" name=\"id\" value=\"4711\">", "action=\"/CMP/SubmitExam\"");
        assertThat(new ReviewPage(ReviewWords.ENGLISH, null).of(new Review(4711, "Ropes", 3, List.of(), null)))
                .contains("Every question has an answer.")
                .doesNotContain("__RequestVerificationToken", "<ul>");
    }

    @Test
    void the_page_speaks_the_first_language_of_the_browser_that_it_knows() {
        assertThat(words("fr", "id", "en")).isEqualTo(ReviewWords.INDONESIAN);
        assertThat(words("en-GB", "id")).isEqualTo(ReviewWords.ENGLISH);
        assertThat(words("fr")).isEqualTo(ReviewWords.ENGLISH);
        assertThat(page(ReviewWords.INDONESIAN)).contains("<html lang=\"id\">", "Anda telah menjawab 1 dari 3 soal.");
    }

    private static ReviewWords words(String... tags) {
        return ReviewWords.of(Collections.enumeration(
                Stream.of(tags).map(Locale::forLanguageTag).toList()));
    }

    @Test
    void only_a_positive_whole_number_is_a_session_of_the_portal() {
        assertThat(PortalSession.of("2147483647")).isPresent();
        for (var text : new String[] {null, "", "0", "-1", "2147483648", "99999999999", "1.5", "7 ", "٧"}) {
            assertThat(PortalSession.of(text)).as("%s", text).isEmpty();
        }
    }
}
