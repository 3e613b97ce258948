package org.parley.store.nodes;

import java.util.HashSet;
import java.util.Set;

/// News of a database, by the schemas that changed.
///
/// @param isAll whether anything may have changed: the server did not listen for a while
/// @param journals the schemas in which something was recorded
/// @param people those with other accounts, tokens or secret addresses, or another list of cases
public record NodeNews(boolean isAll, Set<String> journals, Set<String> people) {

  /// No news.
  static final NodeNews NONE = new NodeNews(false, Set.of(), Set.of());

  /// Anything may have changed.
  public static final NodeNews ALL = new NodeNews(true, Set.of(), Set.of());

  public NodeNews {
    journals = Set.copyOf(journals);
    people = Set.copyOf(people);
  }

  boolean isNone() {
    return equals(NONE);
  }

  NodeNews and(NodeNews later) {
    Set<String> allJournals = new HashSet<>(journals);
    allJournals.addAll(later.journals);
    Set<String> allPeople = new HashSet<>(people);
    allPeople.addAll(later.people);
    return new NodeNews(isAll || later.isAll, allJournals, allPeople);
  }
}
