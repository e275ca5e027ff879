package org.decroche.demo;

/**
 * One of the demonstration's agents, as the service knows them now.
 *
 * @param phone SIP user name
 */
record Player(
    long id, String login, String name, String password, String phone, String phonePassword) {

  /** What colleagues say: the first name. */
  String called() {
    return name.split(" ", 2)[0];
  }

  @Override
  public String toString() {
    return name;
  }
}
