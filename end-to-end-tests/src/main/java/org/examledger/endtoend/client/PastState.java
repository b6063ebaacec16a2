package org.examledger.endtoend.client;

import java.util.List;
import java.util.Map;

/** A session as it was after one of its facts, as far as it is compared; {@code points} whether or not they counted. */
public record PastState(
        long sequence, int pageIndex, Map<String, List<Integer>> answers, long lastClientSeq, long points) {}
