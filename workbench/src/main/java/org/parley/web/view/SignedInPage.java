package org.parley.web.view;

/// Between the sign-in at a provider and the first page. A browser sends the cookie of its session
/// only to pages that this server led it to.
///
/// @param next the first page
public record SignedInPage(String next) {

  public Frame frame() {
    return new Frame(Say.text("signin.done"), "Parley", "door");
  }
}
