package org.decroche.store;

/** The kinds of settings, as the change log knows them. */
public enum Setting {
  /** What holds for every front door; there is one. */
  HOUSE,
  /** A public number and its team. */
  FRONT_DOOR,
  /** Hours, overflow and patience of a front door. */
  ROUTING,
  TEAM,
  /** An account: teams, deputy, role; its passwords are told of and not kept. */
  PERSON,
  /** The mark on a number that many people call from. */
  SHARED_NUMBER,
  /** A web page with a form. */
  SITE,
  /** What somebody else chose for a person; their own choices are not written down. */
  AVAILABILITY,
  /** Days of all kinds of data; there is one. */
  RETENTION
}
