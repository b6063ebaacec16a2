package org.examledger.architecture.planted.rooms.command.session;

/** Planted: something of a room that is not its door. */
public final class SessionInside {}
