package org.examledger.query.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.examledger.query.world.Browser;
import org.examledger.query.world.Facts;
import org.examledger.query.world.QuerySideTest;
import org.examledger.query.world.Story;
import org.examledger.query.world.TestClock;
import org.examledger.query.world.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class ResultFilesTest {
    private static final String HEADER =
            "workerId,workerName,sessionId,status,attempt,answered,total,score,maximum,percent,result,startedAt,endedAt,"
                    + "keyVersion,ruleVersion,position\r\n";

    @Autowired
    private Story story;

    @Autowired
    private Browser browser;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestPeople people;

    private UUID exam;

    @BeforeEach
    void an_exam() {
        exam = story.exam("Filed");
        clock.set(Facts.OPENS.plusSeconds(60));
    }

    private UUID submitted(String person, String name) {
        people.call(person, name);
        var id = story.started(exam, person, Facts.OPENS);
        story.session(id, Facts.answer(13, List.of(4), 0, 1, 1), Facts.OPENS.plusSeconds(1));
        story.session(id, Facts.submitted(1, 2), Facts.OPENS.plusSeconds(2));
        return id;
    }

    private String csv() {
        return Browser.textOf(browser.get("hc:hc-9", "/exams/" + exam + "/results.csv"));
    }

    private List<List<@Nullable Object>> sheet() throws IOException {
        var file = browser.get("hc:hc-9", "/exams/" + exam + "/results.xlsx");
        assertThat(file).hasStatusOk();
        return cells(file.getResponse().getContentAsByteArray());
    }

    private static List<List<@Nullable Object>> cells(byte[] xlsx) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var rows = new ArrayList<List<@Nullable Object>>();
            for (var row : workbook.getFirstSheet().read()) {
                var cells = new ArrayList<@Nullable Object>();
                for (var cell : row) {
                    cells.add(cell == null ? null : cell.getValue());
                    assertThat(cell == null ? null : cell.getType()).isNotEqualTo(CellType.FORMULA);
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    @Test
    void results_come_as_comma_separated_values_with_a_header() {
        var session = submitted("p-401", "Ada \"the\" Rope, Łódź");
        var position = story.head();
        var file = browser.get("hc:hc-9", "/exams/" + exam + "/results.csv");

        assertThat(file)
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8;header=present")
                .hasHeader("Content-Disposition", "attachment; filename=\"results-" + exam + ".csv\"")
                .hasHeader("X-Read-Position", Long.toString(position))
                .hasHeader("Cache-Control", "no-store");
        assertThat(Browser.textOf(file))
                .isEqualTo(HEADER + "worker-of-p-401,\"Ada \"\"the\"\" Rope, Łódź\"," + session
                        + ",SUBMITTED,1,1,4,4,14,28,Fail,2026-05-04T08:00:00.000Z,2026-05-04T08:00:02.000Z,1,1,"
                        + position + "\r\n");
        assertThat(file.getResponse().getContentLength())
                .isEqualTo(Browser.textOf(file).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void what_nobody_has_is_an_empty_cell() {
        var session = story.assigned(exam, "p-402");
        people.erase("p-402");

        assertThat(csv()).isEqualTo(HEADER + ",," + session + ",OPEN,1,0,4,,14,,,,,,,\r\n");
    }

    @Test
    void a_text_that_would_be_a_formula_is_told_as_text() {
        for (var name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1")) {
            exam = story.exam("Formula");
            submitted("p-403", name);
            assertThat(csv()).as(name).contains("'" + name);
        }
        exam = story.exam("No formula");
        submitted("p-403", "a=1");
        assertThat(csv()).contains(",a=1,");
    }

    @Test
    void a_workbook_has_the_same_cells_as_numbers_and_texts() throws IOException {
        var session = submitted("p-404", "=HYPERLINK(\"http://evil\")");
        var rows = sheet();

        assertThat(rows.getFirst()).containsExactly((Object[]) HEADER.strip().split(","));
        assertThat(rows.get(1).stream()
                        .map(it -> it instanceof Number number ? number.intValue() : it)
                        .toList())
                .isEqualTo(Arrays.asList(
                        "worker-of-p-404",
                        "=HYPERLINK(\"http://evil\")",
                        session.toString(),
                        "SUBMITTED",
                        1,
                        1,
                        4,
                        4,
                        14,
                        28,
                        "Fail",
                        "2026-05-04T08:00:00.000Z",
                        "2026-05-04T08:00:02.000Z",
                        1,
                        1,
                        (int) story.head()));
        assertThat(rows).hasSize(2);
    }

    @Test
    void characters_that_no_workbook_may_hold_do_not_spoil_it() throws IOException {
        submitted("p-405", "a\u0001b\uFFFE<&>c\uD83D\uDE00");

        assertThat(sheet().get(1).get(1)).asString().startsWith("a").endsWith("<&>c\uD83D\uDE00");
    }

    @Test
    void a_workbook_of_many_rows_has_all_of_them_in_order() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var file = new XlsxFile(out, "many")) {
            for (int number = 0; number < 1_234; number++) {
                file.row(List.of("text " + number, number));
            }
        }
        var rows = cells(out.toByteArray());
        assertThat(rows).hasSize(1_234);
        assertThat(rows.getLast().getFirst()).isEqualTo("text 1233");
    }

    @Test
    void an_exam_of_more_than_one_piece_is_told_to_its_end() {
        for (int number = 0; number < 503; number++) {
            story.assigned(exam, "p-41-" + number);
        }
        var lines = csv().lines().skip(1).map(it -> it.split(",")[2]).toList();
        assertThat(lines).hasSize(503).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_failure_while_a_file_is_made_leaves_nothing_behind() throws IOException {
        var before = spools();
        try {
            Spool.of(out -> {
                out.write(1);
                throw new IOException("full");
            });
        } catch (IOException expected) {
            assertThat(expected).hasMessage("full");
        }
        csv();
        assertThat(spools()).isEqualTo(before);
    }

    private static List<Path> spools() throws IOException {
        try (var files = Files.list(Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir"))))) {
            return files.filter(it -> it.getFileName().toString().startsWith("exam-results"))
                    .sorted()
                    .toList();
        }
    }
}
