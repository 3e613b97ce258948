package org.parley.round;

/// A text that is no accord, or one that does not hold.
public final class AccordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final AccordFault fault;
  private final String value;

  /// @param value the value that is wrong; empty for none
  public AccordException(AccordFault fault, String value) {
    super(fault.code() + ": " + value);
    this.fault = fault;
    this.value = value;
  }

  public AccordFault fault() {
    return fault;
  }

  /// The value that is wrong; empty for none.
  public String value() {
    return value;
  }
}
