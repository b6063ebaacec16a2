package org.examledger.architecture.planted.rooms.command.handling;

import org.examledger.architecture.planted.rooms.command.draft.PlantedDraft;

/** Planted: what serves every room knows one of them. */
public final class HandlingThatKnowsARoom {
    final PlantedDraft draft = new PlantedDraft();
}
