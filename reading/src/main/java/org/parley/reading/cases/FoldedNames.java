package org.parley.reading.cases;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The last names of speakers, as folded, each computed once. Thread-safe.
final class FoldedNames {

  private final Map<String, String> lastNames = new ConcurrentHashMap<>();

  /// The last name of a speaker, as [FoldedName#lastName].
  String lastName(String speaker) {
    return lastNames.computeIfAbsent(speaker, FoldedName::lastName);
  }
}
