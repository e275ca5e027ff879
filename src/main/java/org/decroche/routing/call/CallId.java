package org.decroche.routing.call;

/** One live call, by the unique id Asterisk gave the caller's channel. */
public record CallId(String value) {}
