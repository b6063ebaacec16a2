package org.examledger.query.results;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with one sheet (ISO/IEC 29500). Texts are inline texts: they are never formulas, and no list of them grows
 * in the memory.
 */
final class XlsxFile implements TableFile {
    private static final String WRITTEN_BY = "ExamLedger";
    private static final String VERSION = "1.0";
    private static final int ROWS_HELD = 200;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    XlsxFile(OutputStream out, String sheetName) {
        workbook = new Workbook(out, WRITTEN_BY, VERSION);
        sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> {}
                case Number number -> sheet.value(rows, column, number);
                case Object text -> sheet.inlineString(rows, column, text.toString());
            }
        }
        rows++;
        if (rows % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
