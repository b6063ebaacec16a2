package org.examledger.faults.check;

/**
 * Whether a fault really landed. Without it, nothing was tested.
 *
 * @param what a sentence with numbers in it
 */
public record Evidence(boolean landed, String what) {}
