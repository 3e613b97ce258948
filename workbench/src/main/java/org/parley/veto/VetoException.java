package org.parley.veto;

/// A transcript, message or answer that is refused.
public final class VetoException extends Exception {

  private final VetoFault fault;
  private final String value;
  private final int line;

  /// @param value the wrong value: a party, a package or a text
  public VetoException(VetoFault fault, String value) {
    this(fault, value, 0);
  }

  private VetoException(VetoFault fault, String value, int line) {
    super(fault.code() + ": \"" + value + "\"" + (line == 0 ? "" : " in line " + line));
    this.fault = fault;
    this.value = value;
    this.line = line;
  }

  /// The same, found in a line of a transcript; the first is 1.
  VetoException at(int line) {
    return new VetoException(fault, value, line);
  }

  public VetoFault fault() {
    return fault;
  }

  public String value() {
    return value;
  }

  /// The line of the transcript; 0 if it is not in one.
  public int line() {
    return line;
  }
}
