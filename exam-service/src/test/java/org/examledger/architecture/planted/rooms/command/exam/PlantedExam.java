package org.examledger.architecture.planted.rooms.command.exam;

import org.examledger.architecture.planted.rooms.command.session.AssignSession;

/** Planted: goes through the door, as it may. */
public final class PlantedExam {
    final AssignSession assign = new AssignSession();
}
