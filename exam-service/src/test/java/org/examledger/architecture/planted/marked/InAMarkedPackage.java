package org.examledger.architecture.planted.marked;

/** Planted: as it should be. */
public final class InAMarkedPackage {}
