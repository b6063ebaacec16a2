package org.examledger.command.exam;

/** Somebody who shall take the exam: opaque person id (R13) and the minutes he gets on top. */
record Newcomer(String person, int extraMinutes) {}
