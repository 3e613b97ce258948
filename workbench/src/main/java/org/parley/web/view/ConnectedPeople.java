package org.parley.web.view;

import java.util.Map;

/// Which accounts sign in by a provider of identities, as a page shows it.
///
/// @param provider what people sign in with; empty for passwords alone
/// @param subjects the identifiers of the connected accounts, by their names
/// @param asksOwn whether the own password is asked for to connect one
public record ConnectedPeople(String provider, Map<String, String> subjects, boolean asksOwn) {

  /// Passwords alone.
  public static final ConnectedPeople NONE = new ConnectedPeople("", Map.of(), false);

  public ConnectedPeople {
    subjects = Map.copyOf(subjects);
  }
}
