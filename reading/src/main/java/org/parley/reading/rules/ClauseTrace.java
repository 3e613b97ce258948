package org.parley.reading.rules;

import java.util.List;
import java.util.Set;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;

/// A clause that the rules took for somebody's words, and what became of it; for those who measure
/// what is missed, and why, and for those who let a model learn from examples.
///
/// @param features what the clause looks like to a model
/// @param subjects what a clause that became a claim may speak of
public record ClauseTrace(
    TextSpan at,
    List<Speaker> speakers,
    Outcome outcome,
    Set<String> features,
    List<SubjectMention> subjects) {

  /// What became of a clause.
  public enum Outcome {
    CLAIMED,
    /// no word or frame says what state anything is in
    NO_STATE,
    /// a state, but of nothing that is negotiated
    NO_SUBJECT,
    /// the rules find a claim, but what has been learnt from examples speaks against it
    UNLIKELY,
    RUMOUR
  }

  public ClauseTrace {
    speakers = List.copyOf(speakers);
    features = Set.copyOf(features);
    subjects = List.copyOf(subjects);
  }
}
