package org.parley.web.service;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The role of a visitor.
public enum Role {
  /// Sees and changes everything.
  MEDIATOR,
  /// Sees what its party may see; writes what is its own.
  DELEGATION,
  /// Sees what is public, or what a party may see; records what happens.
  MONITOR,
  /// Sees what is public, or what a party may see; writes nothing.
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
