package org.parley.reading.rules.subject;

import java.util.Set;

/// A candidate subject of a clause, with its features.
public record SubjectMention(String words, Set<String> features) {

  public SubjectMention {
    features = Set.copyOf(features);
  }
}
