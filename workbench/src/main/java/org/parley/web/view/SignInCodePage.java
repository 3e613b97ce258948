package org.parley.web.view;

/// Where the code of a second factor is asked for, after the password.
///
/// @param trouble why it did not work; empty the first time
public record SignInCodePage(String trouble) {

  public Frame frame() {
    return new Frame(Say.text("factor.code.title"), "Parley", "door");
  }
}
