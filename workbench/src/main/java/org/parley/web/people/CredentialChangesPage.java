package org.parley.web.people;

import java.util.List;
import org.parley.store.people.CredentialChange;
import org.parley.web.view.Frame;

/// The changes of one's credentials since the last sign-in.
///
/// @param name the account
/// @param changes in order; none if all was told
public record CredentialChangesPage(Frame frame, String name, List<CredentialChange> changes) {

  public CredentialChangesPage {
    changes = List.copyOf(changes);
  }

  /// Up to which number these are told.
  public long last() {
    return changes.isEmpty() ? 0 : changes.getLast().number();
  }
}
