package org.decroche.routing;

/**
 * What holds for every front door.
 *
 * @param missedOffers after how many offers in a row that rang out an agent counts as away; 0 for
 *     never
 */
public record House(int missedOffers) {
  public static final House DEFAULT = new House(3);
}
