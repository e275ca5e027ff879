package org.decroche.config;

/** A secret's text. Printed anywhere, it shows only that it is one. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "•••";
  }
}
