package org.examledger.events.exam;

import org.examledger.events.Fact;

/** Everything that can happen on an {@code exam:} stream. */
public sealed interface ExamFact extends Fact permits ExamLocked, WorkersAssigned {}
