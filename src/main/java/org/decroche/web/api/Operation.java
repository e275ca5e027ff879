package org.decroche.web.api;

/** What is done for one operation of the contract. May block. */
@FunctionalInterface
interface Operation {
  /**
   * @throws Refusal when it is not done
   */
  Reply run(Asked asked);
}
