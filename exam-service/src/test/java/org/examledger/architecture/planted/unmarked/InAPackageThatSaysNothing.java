package org.examledger.architecture.planted.unmarked;

/** Planted: its package has no package-info. */
public final class InAPackageThatSaysNothing {}
