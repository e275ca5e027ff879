package org.decroche.web;

/**
 * Somebody else listens there already. The message is one line for the person who starts the
 * service.
 */
public final class PortTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTaken(String host, int port) {
    super(
        "port %d on %s is in use by another program; set DECROCHE_HTTP_PORT to a free one"
            .formatted(port, host));
  }
}
