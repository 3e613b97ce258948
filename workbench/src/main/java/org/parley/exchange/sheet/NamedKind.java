package org.parley.exchange.sheet;

import java.util.Locale;

/// The kinds of records that cells name.
public enum NamedKind {
  PARTIES,
  POINTS,
  INSTRUMENTS,
  SOURCES;

  /// The key of such records: `parties`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
