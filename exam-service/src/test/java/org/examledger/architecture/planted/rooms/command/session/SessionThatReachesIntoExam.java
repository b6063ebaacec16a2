package org.examledger.architecture.planted.rooms.command.session;

import org.examledger.architecture.planted.rooms.command.exam.PlantedExam;

/** Planted: a room reaches into another one against the direction. */
public final class SessionThatReachesIntoExam {
    final PlantedExam exam = new PlantedExam();
}
