package org.decroche.routing.caller;

import java.time.Instant;

/** A line somebody wrote on a case. */
public record CaseNote(Instant at, String author, String text) {}
