package org.parley.web.view;

/// An error page.
///
/// @param code what kind of problem it is
/// @param title what happened, in a few words
/// @param message what exactly
/// @param advice what to do
public record ErrorPage(ProblemCode code, String title, String message, String advice) {

  /// The HTTP status.
  public int status() {
    return code.status();
  }

  public Frame frame() {
    return new Frame(title, "Parley", "");
  }
}
