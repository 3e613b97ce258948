package org.parley.web.people;

import org.parley.web.view.Frame;
import org.parley.web.view.Say;

/// Where somebody chooses their password with a link.
///
/// @param name the account; empty if the link opens nothing
/// @param link the secret of the link
/// @param trouble why it did not work; empty the first time
public record PasswordLinkPage(String name, String link, String trouble) {

  public Frame frame() {
    return new Frame(Say.text("link.title"), "Parley", "door");
  }
}
