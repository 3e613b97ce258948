package org.parley.store.people;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A secret address of an account, at which programs without a session read its calendar and its
/// feed of changes. The secret itself is not stored.
///
/// @param account the account whose view it shows
/// @param name its name: of the device or program that reads it
/// @param created when it was made or renewed
/// @param uses how often it was read since
/// @param used when it was read last; null for never
public record FeedAddress(
    String account, String name, Instant created, long uses, @Nullable Instant used) {

  /// The most addresses of an account.
  public static final int MOST = 20;

  /// The longest name.
  public static final int NAME_LENGTH = 32;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,31}");

  /// Whether a name is valid: letters, digits, '.', '_', '@' and '-', a letter or digit first, at
  /// most [#NAME_LENGTH] of them.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
