package org.examledger.events.person;

import java.util.UUID;
import org.examledger.events.Remembered;
import org.jspecify.annotations.Nullable;

/** Nobody can find out any more who is behind this id: his entry in the directory was erased (R13). */
@Remembered(name = "PersonErased")
public record PersonErased(UUID person, @Nullable UUID commandId) implements PersonFact {}
