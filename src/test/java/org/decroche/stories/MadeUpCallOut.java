package org.decroche.stories;

import org.decroche.routing.Event;
import org.decroche.routing.Instruction;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.stories.Stage.Act;
import org.decroche.stories.Stage.State;

/** A call that an agent makes on the made-up stage, from their phone to somebody's mobile. */
final class MadeUpCallOut {
  /** As the dialplan waits for one. */
  private static final long KEY_MILLIS = 10_000;

  private final CoreStage stage;
  private final CallId id;
  private final String callee;
  private final MadeUpPhone mobile;
  private MadeUpPhone phone;
  private boolean byHand;
  private boolean over;
  private boolean keyPressed;

  MadeUpCallOut(CoreStage stage, CallId id, String callee, MadeUpPhone mobile) {
    this.stage = stage;
    this.id = id;
    this.callee = callee;
    this.mobile = mobile;
  }

  MadeUpCallOut from(MadeUpPhone own) {
    phone = own;
    return this;
  }

  CallId id() {
    return id;
  }

  String callee() {
    return callee;
  }

  /** What was dialled by hand; until then its phone waits. */
  void told(Instruction instruction) {
    byHand = true;
    if (instruction instanceof Instruction.CallOut) {
      dial();
    } else {
      end(LegEnd.HUNG_UP);
    }
  }

  /** On a mobile: the agent's own, or the one that they call. */
  void does(MadeUpPhone one, Act act) {
    if (one.equals(phone)) {
      agentDoes(act);
    } else {
      calleeDoes(act);
    }
  }

  /** Whoever picked up the agent's mobile is a human. */
  void keyPressed() {
    stage.report(new Event.KeyPressed(stage.now(), new LegId(id.value())));
    keyPressed = true;
    dial();
  }

  private void awaitKey() {
    stage.later(
        KEY_MILLIS,
        () -> {
          if (!keyPressed) {
            end(LegEnd.HUNG_UP);
          }
        });
  }

  void agentDoes(Act act) {
    switch (act) {
      case PICKS_UP -> {
        phone.talk();
        phone.legUp();
        if (phone.isOutside()) {
          awaitKey();
        } else {
          dial();
        }
      }
      case REFUSES -> end(LegEnd.REFUSED);
      case SAYS_BUSY -> end(LegEnd.BUSY);
      case RINGS_OUT -> end(LegEnd.NO_ANSWER);
      case HANGS_UP -> hangUp();
    }
  }

  /** The agent's side is gone, by their hand or by the service. */
  void hangUp() {
    if (!over && mobile.isIn(State.RINGING)) {
      unreached(OfferEnd.CALLER_HUNG_UP);
    }
    end(LegEnd.HUNG_UP);
  }

  private void dial() {
    stage.later(
        2,
        () -> {
          if (!over) {
            mobile.ring(this);
            stage.report(new Event.CalleeRings(stage.now(), id));
          }
        });
  }

  void calleeDoes(Act act) {
    switch (act) {
      case PICKS_UP -> {
        mobile.talk();
        stage.report(new Event.CalleeAnswered(stage.now(), id));
        return;
      }
      case REFUSES -> unreached(OfferEnd.REFUSED);
      case SAYS_BUSY -> unreached(OfferEnd.BUSY);
      case RINGS_OUT -> unreached(OfferEnd.NO_ANSWER);
      case HANGS_UP -> {}
    }
    end(LegEnd.HUNG_UP);
  }

  private void unreached(OfferEnd how) {
    stage.report(new Event.CalleeUnreached(stage.now(), id, how));
  }

  private void end(LegEnd how) {
    if (over) {
      return;
    }
    over = true;
    if (mobile.isFor(this)) {
      mobile.over();
    }
    phone.over(how);
    if (byHand) {
      stage.report(new Event.CallEnded(stage.now(), id));
    }
  }
}
