package org.examledger.architecture.planted.walls.service;

/** Planted: the wiring that somebody reaches for. */
public final class Wiring {}
