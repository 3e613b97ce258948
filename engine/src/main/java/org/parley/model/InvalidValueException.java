package org.parley.model;

/// A text that is not a value of its kind.
public final class InvalidValueException extends IllegalArgumentException {

  private final transient InvalidValue why;
  private final String value;

  /// @param value the text, or its invalid part
  public InvalidValueException(InvalidValue why, String value) {
    super(why.code() + ": \"" + value + "\"");
    this.why = why;
    this.value = value;
  }

  public InvalidValue why() {
    return why;
  }

  public String value() {
    return value;
  }
}
