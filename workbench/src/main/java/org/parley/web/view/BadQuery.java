package org.parley.web.view;

/// An address that asks for something in a way that cannot be read.
public final class BadQuery extends RuntimeException {

  private final String advice;

  public BadQuery(String name, String value, String problem, String advice) {
    super("Reading the address: " + name + " is \"" + value + "\": " + problem + ".");
    this.advice = advice;
  }

  /// What to do, starting with "Maybe".
  public String advice() {
    return advice;
  }
}
