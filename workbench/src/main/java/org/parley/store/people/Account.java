package org.parley.store.people;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An account of a person, or of a program.
///
/// @param name its name, also the author of its changes
/// @param role the name of its role: `mediator`
/// @param party the party whose view it has; null for none
/// @param created the time of creation
public record Account(String name, String role, @Nullable String party, Instant created) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  /// Whether a name is valid: letters, digits, '.', '_', '@' and '-', a letter or digit first, at
  /// most [Accounts#NAME_LENGTH] of them.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
