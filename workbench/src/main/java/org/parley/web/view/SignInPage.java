package org.parley.web.view;

/// Where somebody signs in.
///
/// @param trouble why it did not work; empty the first time
public record SignInPage(String trouble) {

  public Frame frame() {
    return new Frame("Sign in", "Parley", "door");
  }
}
