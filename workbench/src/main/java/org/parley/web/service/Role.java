package org.parley.web.service;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The role of a visitor.
public enum Role {
  /// Sees and changes everything.
  MEDIATOR,
  /// Sees the view of its party; writes its own records.
  DELEGATION,
  /// Sees public records, or the view of a party; records events.
  MONITOR,
  /// Sees public records, or the view of a party; read-only.
  OBSERVER,
  /// Anyone, without a name.
  PUBLIC;

  /// As it is written: `mediator`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of this name.
  public static Optional<Role> find(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
