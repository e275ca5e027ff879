package org.decroche.moving;

/** A file that cannot be read as a table of text. */
public final class BadFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final Why why;

  BadFile(Why why) {
    super(why.sentence, null, false, false);
    this.why = why;
  }

  Why why() {
    return why;
  }

  /** One sentence for a person. */
  public String sentence() {
    return why.sentence;
  }

  enum Why {
    EMPTY("The file is empty."),
    NOT_TEXT("This is not a table of text (CSV). A spreadsheet must be saved as CSV first."),
    QUOTE_OPEN(
        "A quotation mark is opened in the file and never closed, or a row is longer than a megabyte."),
    TOO_WIDE("The file has more than 200 columns: is another separator meant?");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }
  }
}
