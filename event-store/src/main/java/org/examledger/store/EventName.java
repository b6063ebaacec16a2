package org.examledger.store;

/** Under what an event is kept: a type's stable name and its revision. */
record EventName(String name, int revision) {}
