package org.examledger.events.draft;

/** A worker who shall take the exam: opaque person id and the minutes he gets on top. */
public record DraftWorker(String person, int extraMinutes) {}
