package org.parley.store.cases;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A case of a server of many cases.
///
/// @param id its id, as addresses have it: `/cases/river/`
/// @param created when it was created
/// @param by the account that created it
/// @param archived since when it is read-only; null if it is not
public record HostedCase(String id, Instant created, String by, @Nullable Instant archived) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 40;

  /// Whether an id is valid: lower-case letters, digits and single '-', a letter first, at most 40.
  public static boolean isId(String id) {
    return id.length() <= LONGEST && ID.matcher(id).matches();
  }

  /// Whether it is read-only.
  public boolean isArchived() {
    return archived != null;
  }
}
