package org.decroche.moving;

import java.util.Set;
import org.decroche.routing.agent.AgentId;

/** Opens the way in for one file. */
public interface Intakes {
  /**
   * Opens it; to be closed.
   *
   * @param fields what the file has a column for: the others stay as they are
   * @param options what holds for all its rows
   */
  Intake open(Kind kind, Set<Field> fields, Defaults options);

  /**
   * What holds for all rows of a file.
   *
   * @param owner the login of who owns cases that name nobody; empty for nobody
   * @param by who brings it in
   */
  record Defaults(String owner, AgentId by) {}
}
