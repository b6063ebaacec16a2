package org.examledger.architecture.planted.rooms.command.draft;

import org.examledger.architecture.planted.rooms.command.exam.PlantedExam;

/** Planted: a draft becomes an exam, as it may. */
public final class PlantedDraft {
    final PlantedExam exam = new PlantedExam();
}
