package org.parley.web.view;

/// What is shown where an address cannot be answered.
///
/// @param status the HTTP status
/// @param title what happened, in a few words
/// @param message what exactly
/// @param advice what to do
public record ErrorPage(int status, String title, String message, String advice) {

  public Frame frame() {
    return new Frame(title, "Parley", "");
  }
}
