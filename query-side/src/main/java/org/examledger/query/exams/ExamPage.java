package org.examledger.query.exams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of HC's list of exams, the one that opens last first.
 *
 * @param next where the list goes on; absent = that was all
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExamPage(List<ExamSummary> items, @Nullable String next) {}
