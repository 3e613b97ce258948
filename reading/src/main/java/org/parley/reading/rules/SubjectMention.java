package org.parley.reading.rules;

import java.util.Set;

/// Something that a clause may speak of, and what it looks like to a model.
public record SubjectMention(String words, Set<String> features) {

  public SubjectMention {
    features = Set.copyOf(features);
  }
}
