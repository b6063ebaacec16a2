package org.examledger.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.examledger.command.picture.PictureLimits;
import org.examledger.command.picture.PictureShelf;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final Album NO_PICTURES =
            new Album(new BroughtPictures(PictureLimits.USUAL, PictureShelf.EMPTY), PictureSource.NOTHING);

    private final Notes notes = new Notes();

    private String plain(String html) throws CannotBeAsked {
        return HtmlText.plain(html, notes, NO_PICTURES).text();
    }

    @Test
    void blocks_become_lines_and_white_space_collapses() throws CannotBeAsked {
        assertThat(plain("<p>One\n  two</p>\n<p>three<br>four<br /></p>")).isEqualTo("One two\n\nthree\nfour");
        assertThat(plain("<div>a</div><div>b</div>")).isEqualTo("a\nb");
        assertThat(plain("<p>&nbsp;</p><p>a</p>")).endsWith("a");
        assertThat(notes.all()).isEmpty();
    }

    @Test
    void lists_tables_links_and_code_stay_readable() throws CannotBeAsked {
        assertThat(plain("<ul><li>one<li>two</ul>after")).isEqualTo("- one\n- two\n\nafter");
        assertThat(plain("<table><tr><th>A</th><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>"))
                .isEqualTo("A | 1\nB | 2");
        assertThat(plain("See <a href='https://example.org/x'>this</a>."))
                .isEqualTo("See this (https://example.org/x).");
        assertThat(plain("<p>Code:</p><pre>\nif (a &lt; b) {\n    c();\n}</pre>"))
                .isEqualTo("Code:\n\nif (a < b) {\n    c();\n}");
        assertThat(notes.all().getFirst()).contains("<ul>", "<li>");
    }

    @Test
    void broken_html_is_read_as_a_browser_would() throws CannotBeAsked {
        assertThat(plain("a < b and c > d")).isEqualTo("a < b and c > d");
        assertThat(plain("<p>one<p>two</div></b>")).isEqualTo("one\n\ntwo");
        assertThat(plain("<p title=\"a > b\">x</p><!-- <b> -->y")).isEqualTo("x\n\ny");
        assertThat(plain("x<script>alert('<p>')</script><style>p{}</style>y")).isEqualTo("xy");
        assertThat(plain("cut <b")).isEqualTo("cut");
    }

    @Test
    void colours_are_said_to_be_lost_and_alignment_is_not() throws CannotBeAsked {
        plain("<p style='text-align: left;' dir='ltr'>a</p>");
        assertThat(notes.all()).isEmpty();
        plain("<span style='color: red'>a</span>");
        assertThat(notes.all()).containsExactly("is plain text now, without style of <span>");
    }

    @Test
    void what_is_no_text_is_refused() {
        assertThatThrownBy(() -> plain("<video src='a.mp4'></video>")).isInstanceOf(CannotBeAsked.class);
        assertThatThrownBy(() -> plain("<svg><circle/></svg>")).isInstanceOf(CannotBeAsked.class);
        assertThatThrownBy(() -> plain("<img src='data:image/png;base64,AAAA'>"))
                .isInstanceOf(CannotBeAsked.class);
    }
}
