package org.decroche.demo;

/** The demonstration cannot go on; the message says why in one line for a person. */
final class Trouble extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int UNAVAILABLE = 69;
  private static final int BAD_SETTING = 78;

  private final int exitCode;

  private Trouble(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  static Trouble unavailable(String sentence) {
    return new Trouble(UNAVAILABLE, sentence);
  }

  static Trouble badSetting(String sentence) {
    return new Trouble(BAD_SETTING, sentence);
  }

  int exitCode() {
    return exitCode;
  }
}
