package org.examledger.endtoend.replay;

import java.time.Duration;
import java.util.List;

/** All that is needed to judge a replay. */
record ReplayedExam(String examId, List<Sitting> sittings, Tally tally, Duration took) {}
