package org.decroche.routing.agent;

/** An agent, by the number the store gave them. */
public record AgentId(long value) {}
