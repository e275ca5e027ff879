package org.decroche.acceptance.browser;

import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;

/** A front door with one agent behind it, ready, at a desk, with a phone that rings. */
record OneDesk(Scene scene, Agent alice, SipPhone phone, Window window) implements AutoCloseable {
  static OneDesk open(Stack stack, Chrome chrome, Look look) {
    Scene scene = stack.scene();
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    return new OneDesk(scene, alice, phone, Window.open(chrome, stack, look).signIn(alice));
  }

  @Override
  public void close() {
    try {
      window.close();
    } finally {
      scene.close();
    }
  }
}
