package org.parley.web.people;

import java.util.List;
import org.parley.store.people.Passkey;
import org.parley.web.view.Frame;

/// One's own passkeys.
///
/// @param server the host name that passkeys are made for here; empty where there are none
/// @param passkeys the passkeys, the oldest first
/// @param codes new recovery codes, shown this once; empty for none
/// @param done the last action; empty for none
/// @param trouble the reason of a refusal; empty for none
public record PasskeysPage(
    Frame frame,
    String server,
    List<Passkey> passkeys,
    List<String> codes,
    String done,
    String trouble) {

  public PasskeysPage {
    passkeys = List.copyOf(passkeys);
    codes = List.copyOf(codes);
  }

  /// Whether passkeys can be added here.
  public boolean isPossible() {
    return !server.isEmpty();
  }

  /// Whether a passkey was made for another address of the server, and opens nothing here.
  public boolean isElsewhere(Passkey passkey) {
    return !passkey.server().equals(server);
  }
}
