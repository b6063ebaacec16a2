package org.examledger.service.directory;

import java.util.UUID;

/** Told within this process when a person's entry was erased, so that whatever remembers him lets go of it. */
public record PersonForgotten(UUID person) {}
