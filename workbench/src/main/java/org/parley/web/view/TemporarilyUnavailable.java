package org.parley.web.view;

/// Something that cannot be done just now, and maybe a little later.
public final class TemporarilyUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String advice;

  /// @param message why, in a sentence
  /// @param advice what to do, starting with "Maybe"
  public TemporarilyUnavailable(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  public String advice() {
    return advice;
  }
}
