package org.examledger.architecture.planted.rooms.command.session;

/** Planted: the door of the room. */
public final class AssignSession {}
