package org.parley.reading.rules;

import java.util.List;
import org.parley.reading.Span;
import org.parley.reading.Speaker;

/// A clause that the rules took for somebody's words, and what became of it; for those who measure
/// what is missed, and why.
public record Heard(Span at, List<Speaker> speakers, Outcome outcome) {

  /// What became of a clause.
  public enum Outcome {
    CLAIMED,
    /// no word or frame says what state anything is in
    NO_STATE,
    /// a state, but of nothing that is negotiated
    NO_SUBJECT,
    RUMOUR
  }

  public Heard {
    speakers = List.copyOf(speakers);
  }
}
