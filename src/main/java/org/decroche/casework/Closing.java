package org.decroche.casework;

import java.time.Instant;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;

/**
 * The customer's word that a case is solved: nothing else closes one (issue 4).
 *
 * @param words as a sentence, 1 to 500 characters
 * @param heardBy who of us heard it
 */
public record Closing(String words, AgentId heardBy, Instant heardAt, Source source) {

  /** Where the word was given. */
  public sealed interface Source {}

  public record OnCall(CallId call) implements Source {}

  /**
   * In writing.
   *
   * @param message which one, in a line: "letter of 3 March"; 1 to 300 characters
   */
  public record InWriting(String message) implements Source {}

  /** Before the case came here; only an import brings it. */
  public record BeforeUs() implements Source {}
}
