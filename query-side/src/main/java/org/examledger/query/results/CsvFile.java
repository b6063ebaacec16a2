package org.examledger.query.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180) in UTF-8. A text that a spreadsheet would take for a formula is written behind an
 * apostrophe, so that opening the file carries nothing out (OWASP, CSV injection).
 */
final class CsvFile implements TableFile {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private final CSVPrinter printer;

    CsvFile(OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvFile::harmless));
    }

    private static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String text && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
