package org.decroche.engine;

/** Everything the engine acts on. */
public record World(
    Telephony telephony,
    Desks desks,
    Journal journal,
    CallerLookUp lookUp,
    Absences absences,
    CaseOwners caseOwners,
    Recorder recorder) {}
