package org.parley.exchange.document;

import java.util.List;

/// A text that is asked for and not on record.
public final class NoSuchTextException extends RuntimeException {

  /// The part of the question that has no answer.
  public enum Missing {
    INSTRUMENT,
    VERSION,
    LANGUAGE
  }

  private final Missing missing;
  private final String value;
  private final List<String> known;

  NoSuchTextException(Missing missing, String value, List<String> known) {
    super("no " + missing + " \"" + value + "\" among " + known);
    this.missing = missing;
    this.value = value;
    this.known = List.copyOf(known);
  }

  public Missing missing() {
    return missing;
  }

  /// The value that was asked for; empty for none.
  public String value() {
    return value;
  }

  /// The values that have an answer.
  public List<String> known() {
    return known;
  }
}
