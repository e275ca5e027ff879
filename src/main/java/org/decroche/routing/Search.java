package org.decroche.routing;

import java.util.Optional;
import org.decroche.routing.why.Explanation;

/** What a search for a human came to, and whom it passed over. */
record Search(Optional<Choice> choice, Explanation explanation) {
  /** There was none: nobody could be rung anyway. */
  static final Search NONE = new Search(Optional.empty(), Explanation.NONE);
}
