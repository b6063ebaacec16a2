package org.examledger.store;

/**
 * Who acted, as usual metadata names him.
 *
 * @param person opaque id
 * @param role in which he acted
 */
record LogActor(String person, String role) {}
