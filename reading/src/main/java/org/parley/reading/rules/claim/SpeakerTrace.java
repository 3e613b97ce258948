package org.parley.reading.rules.claim;

import java.util.List;
import org.parley.reading.TextSpan;
import org.parley.reading.rules.speech.SpeakerCandidate;

/// A clause and who may have said it; for training and error analysis.
public record SpeakerTrace(TextSpan at, List<SpeakerCandidate> candidates) {

  public SpeakerTrace {
    candidates = List.copyOf(candidates);
  }
}
