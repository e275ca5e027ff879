package org.decroche.numbers;

/** What may be dialled out, as the house has decided. Answers from memory. */
public interface OutwardNumbers {
  /** Takes any text, as a person typed it. */
  Destination destination(String text);
}
