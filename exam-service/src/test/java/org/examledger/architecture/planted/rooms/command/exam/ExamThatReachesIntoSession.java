package org.examledger.architecture.planted.rooms.command.exam;

import org.examledger.architecture.planted.rooms.command.session.SessionInside;

/** Planted: goes past the door. */
public final class ExamThatReachesIntoSession {
    final SessionInside inside = new SessionInside();
}
