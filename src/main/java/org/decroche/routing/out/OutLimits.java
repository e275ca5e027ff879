package org.decroche.routing.out;

import java.util.List;

/**
 * How much may be called out, and where to. Against a stolen password as much as against a slip of
 * the hand: calls out cost money.
 *
 * @param atOnce calls out of the whole house at the same time, 0 to 1000; 0 forbids them
 * @param perHour of the whole house within any hour, 0 to 100000
 * @param perAgentAndHour of one agent within any hour, 0 to 1000
 * @param prefixes where to: what an allowed number begins with, in E.164 form; none at all means
 *     the own country
 */
public record OutLimits(int atOnce, int perHour, int perAgentAndHour, List<String> prefixes) {
  public static final OutLimits DEFAULT = new OutLimits(10, 300, 30, List.of());

  public OutLimits {
    prefixes = List.copyOf(prefixes);
  }
}
