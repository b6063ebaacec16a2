package org.examledger.query.http;

import java.util.Collection;
import java.util.Set;

/** Tells until when whoever was let in may go on to be answered: an answer that takes hours ends with its token. */
public interface Admissions {
    /** By what the current request was let in. */
    Admission current();

    /** Those of them that were taken back meanwhile, because the person signed out. One question, however many they are. */
    Set<Admission> takenBack(Collection<Admission> open);
}
