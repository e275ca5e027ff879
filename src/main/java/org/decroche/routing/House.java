package org.decroche.routing;

import org.decroche.routing.out.OutLimits;

/**
 * What holds for every front door.
 *
 * @param missedOffers after how many offers in a row that rang out an agent counts as away; 0 for
 *     never
 * @param out how much may be called out, and where to
 */
public record House(int missedOffers, OutLimits out) {
  public static final House DEFAULT = new House(3);

  /** A house that has decided nothing about calls out. */
  public House(int missedOffers) {
    this(missedOffers, OutLimits.DEFAULT);
  }
}
