package org.decroche.numbers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed of a number so far.
 *
 * @param beginnings how the number's E.164 form may begin, most likely first: {@code +33639}
 * @param part digits that stand somewhere in it; null when they are too few to tell numbers apart
 */
public record PartialNumber(List<String> beginnings, @Nullable String part) {
  public PartialNumber {
    beginnings = List.copyOf(beginnings);
  }
}
