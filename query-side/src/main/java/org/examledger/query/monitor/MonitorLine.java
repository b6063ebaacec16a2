package org.examledger.query.monitor;

import org.examledger.query.life.SessionRow;

/** A session's row and the totals of its current attempt. */
record MonitorLine(SessionRow row, long points, long maximum) {}
