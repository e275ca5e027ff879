package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.OfferId;
import org.jspecify.annotations.Nullable;

/** A step as a row of the journal. */
record JournalLine(
    String call,
    long seq,
    Instant at,
    String kind,
    @Nullable Long agent,
    @Nullable Long offer,
    @Nullable String reason,
    JsonObject detail) {
  private static final int LONGEST_REASON = 500;

  static JournalLine of(Step step) {
    return switch (step) {
      case Step.Arrived arrived ->
          line(step, "arrived", new JsonObject().put("number", CallNumbers.kind(arrived.number())));
      case Step.Identified identified ->
          line(
              step,
              "identified",
              with(
                  new JsonObject()
                      .put("lookUp", Words.spelt(identified.lookUp()))
                      .put("people", identified.people()),
                  "customerId",
                  identified.customer().orElse(null)));
      case Step.Chosen chosen ->
          new JournalLine(
              step.call().value(),
              step.seq(),
              step.at(),
              "identified",
              chosen.by().value(),
              null,
              null,
              new JsonObject().put("customerId", chosen.customer()));
      case Step.LookUpLate late -> line(step, "look-up-late", new JsonObject());
      case Step.Waiting waiting ->
          line(step, "waiting", ExplanationJson.put(new JsonObject(), waiting.explanation()));
      case Step.Offered offered ->
          line(
              step,
              "offered",
              offered.agent(),
              offered.offer(),
              offered.reason().sentence(),
              ExplanationJson.put(ReasonJson.write(offered.reason()), offered.explanation()));
      case Step.Ringing ringing ->
          line(step, "ringing", ringing.agent(), ringing.offer(), null, new JsonObject());
      case Step.Withdrawn withdrawn ->
          line(step, "withdrawn", withdrawn.by(), withdrawn.offer(), null, new JsonObject());
      case Step.OfferEnded over ->
          line(
              step,
              "offer-ended",
              over.agent(),
              over.offer(),
              null,
              new JsonObject().put("how", Words.spelt(over.how())));
      case Step.Answered answered ->
          line(
              step,
              "answered",
              answered.agent(),
              answered.offer(),
              null,
              new JsonObject().put("millisBilledBefore", answered.billedBefore().toMillis()));
      case Step.Billed billed -> line(step, "billed", new JsonObject());
      case Step.Joined joined ->
          line(step, "joined", joined.agent(), joined.offer(), null, new JsonObject());
      case Step.Left left -> by(step, "left", left.agent(), new JsonObject());
      case Step.Outside outside ->
          by(
              step,
              "outside",
              outside.by().orElse(null),
              new JsonObject()
                  .put("what", Words.spelt(outside.what()))
                  .put("number", outside.number().e164())
                  .put("leg", outside.leg().value()));
      case Step.CalledOut out ->
          by(
              step,
              "called-out",
              out.agent(),
              with(
                  new JsonObject().put("byHand", out.byHand()), "debtId", out.debt().orElse(null)));
      case Step.CalleeRinging rings -> line(step, "callee-ringing", new JsonObject());
      case Step.CalleeAnswered answered ->
          by(step, "callee-answered", answered.agent(), new JsonObject());
      case Step.Fallback fallback -> line(step, "fallback", new JsonObject());
      case Step.Ended ended ->
          line(step, "ended", new JsonObject().put("ending", Words.spelt(ended.ending())));
    };
  }

  private static JournalLine by(
      Step step, String kind, @Nullable AgentId agent, JsonObject detail) {
    return new JournalLine(
        step.call().value(),
        step.seq(),
        step.at(),
        kind,
        agent == null ? null : agent.value(),
        null,
        null,
        detail);
  }

  private static JsonObject with(JsonObject object, String name, @Nullable Object value) {
    return value == null ? object : object.put(name, value);
  }

  private static JournalLine line(Step step, String kind, JsonObject detail) {
    return new JournalLine(
        step.call().value(), step.seq(), step.at(), kind, null, null, null, detail);
  }

  private static JournalLine line(
      Step step,
      String kind,
      AgentId agent,
      OfferId offer,
      @Nullable String reason,
      JsonObject detail) {
    String fitting =
        reason == null ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    return new JournalLine(
        step.call().value(),
        step.seq(),
        step.at(),
        kind,
        agent.value(),
        offer.value(),
        fitting,
        detail);
  }
}
