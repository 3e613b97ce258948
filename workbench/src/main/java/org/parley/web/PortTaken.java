package org.parley.web;

/// The requested port is in use.
public final class PortTaken extends RuntimeException {

  private final int port;

  PortTaken(int port, Throwable cause) {
    super(
        "Starting the server: port "
            + port
            + " is in use. Maybe another Parley runs there; leave --port out to take the next free one.",
        cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
