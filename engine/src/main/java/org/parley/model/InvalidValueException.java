package org.parley.model;

/// A text that stands for no value of its kind.
public final class InvalidValueException extends IllegalArgumentException {

  private final transient InvalidValue why;
  private final String value;

  /// @param value the text, or the part of it that is wrong
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
