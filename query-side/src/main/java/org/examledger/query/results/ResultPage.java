package org.examledger.query.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an exam's results, in the order of the session ids.
 *
 * @param next where the list goes on; absent = that was all
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ResultPage(List<SessionResult> items, @Nullable String next) {}
