package org.examledger.command.session;

import org.examledger.events.session.Paper;
import org.examledger.events.session.Timing;

/** What an exam gives to one attempt of one worker, as it stands now. */
public record AttemptTerms(Paper paper, Timing timing, int passPercentage) {}
