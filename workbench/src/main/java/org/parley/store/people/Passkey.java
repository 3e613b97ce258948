package org.parley.store.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.passkey.PasskeyKey;

/// A passkey of an account.
///
/// @param id its name for forms and programs: the beginning of the hash of its credential id
/// @param account whose it is
/// @param key the public part
/// @param server the RP id that it was made for
/// @param name as its owner named it
/// @param device browser and system that it was added from; empty if not known
/// @param used when somebody last signed in with it; null for never
public record Passkey(
    String id,
    String account,
    PasskeyKey key,
    String server,
    String name,
    String device,
    Instant created,
    @Nullable Instant used) {

  /// The longest name.
  public static final int NAME_LENGTH = 64;

  static final int ID_LENGTH = 16;
}
