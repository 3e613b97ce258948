package org.parley.reading.rules.speech;

import java.util.Set;
import org.parley.reading.Speaker;

/// Who may have said a clause, and what speaks for it.
///
/// @param isRuled whether the rules name this speaker
public record SpeakerCandidate(Speaker speaker, boolean isRuled, Set<String> features) {

  public SpeakerCandidate {
    features = Set.copyOf(features);
  }
}
