package org.examledger.events.session;

import org.examledger.events.Fact;

/** Everything that can happen on a {@code session:} stream; the list below is this room's table of contents. */
public sealed interface SessionFact extends Fact
        permits SessionAssigned,
                SessionStarted,
                SessionResumed,
                AnswerSelected,
                AnswerSuperseded,
                PageChanged,
                HeartbeatReceived,
                SessionSubmitted,
                ExamClosed,
                SessionTimedOut,
                LateAnswerReceived,
                SessionRescheduled,
                TimeExtended,
                SessionAbandoned,
                SessionFellSilent,
                SessionReopened,
                LateAnswersAccepted,
                SessionReset,
                WorkerWithdrawn,
                SessionCancelled {}
