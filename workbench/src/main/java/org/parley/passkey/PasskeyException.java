package org.parley.passkey;

/// The answer of an authenticator is refused.
public final class PasskeyException extends Exception {
  private static final long serialVersionUID = 1;

  private final PasskeyFault fault;

  public PasskeyException(PasskeyFault fault) {
    super(fault.name());
    this.fault = fault;
  }

  PasskeyException(PasskeyFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
  }

  public PasskeyFault fault() {
    return fault;
  }
}
