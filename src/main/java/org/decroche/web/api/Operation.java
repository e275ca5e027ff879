package org.decroche.web.api;

/** What is done for one operation of the contract. May block. */
@FunctionalInterface
interface Operation {
  /**
   * Does it and says what came of it.
   *
   * @throws Refusal when it is not done
   */
  Reply run(Asked asked);
}
