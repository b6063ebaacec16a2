package org.examledger.endtoend.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** Looks at one state of a page: a picture at every width, nothing scrolls sideways, and axe finds nothing. */
record Looks(String page, ColorScheme theme) {
    /** A small phone, a tablet, a desk. */
    private static final List<Integer> WIDTHS = List.of(320, 768, 1440);

    /** WCAG 2.2 AA, with what the versions before asked for. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** @param state names the pictures, {@code target/screenshots/<page>-<state>-<theme>-<width>.png} */
    void look(Page shown, String state) {
        for (var width : WIDTHS) {
            shown.setViewportSize(width, 900);
            shown.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "%s-%s-%s-%d.png".formatted(page, state, theme, width))));
            assertThat((int) shown.evaluate("document.documentElement.scrollWidth"))
                    .as("%s scrolls sideways at %d", state, width)
                    .isLessThanOrEqualTo(width);
        }
        var found = new AxeBuilder(shown).withTags(RULES).analyze().getViolations();
        assertThat(found.stream()
                        .map(it -> it.getId() + ": "
                                + it.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .toList()))
                .as("%s, %s", state, theme)
                .isEmpty();
    }
}
