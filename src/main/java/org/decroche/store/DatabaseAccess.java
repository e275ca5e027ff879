package org.decroche.store;

import org.jspecify.annotations.Nullable;

/**
 * Where the database is, and who we are there.
 *
 * @param url {@code jdbc:postgresql://host:port/name}, perhaps with parameters
 * @param user null when the address names one
 * @param password null when the address carries one, or none is asked for
 */
public record DatabaseAccess(String url, @Nullable String user, @Nullable String password) {

  /** The address without its parameters: these may hold a password. */
  String place() {
    int parameters = url.indexOf('?');
    String address = parameters < 0 ? url : url.substring(0, parameters);
    int credentials = address.lastIndexOf('@');
    return credentials < 0 ? address : "jdbc:postgresql://" + address.substring(credentials + 1);
  }

  @Override
  public String toString() {
    return place();
  }
}
