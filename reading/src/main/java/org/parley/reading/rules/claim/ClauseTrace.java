package org.parley.reading.rules.claim;

import java.util.List;
import java.util.Set;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import org.parley.reading.rules.subject.SubjectMention;

/// A clause attributed to a speaker, and its outcome; for error analysis and training.
///
/// @param features the features of the clause
/// @param subjects the candidate subjects of a claim
public record ClauseTrace(
    TextSpan at,
    List<Speaker> speakers,
    Outcome outcome,
    Set<String> features,
    List<SubjectMention> subjects) {

  /// The outcome of a clause.
  public enum Outcome {
    CLAIMED,
    /// No word or frame expresses a stance.
    NO_STATE,
    /// a state, but of nothing that is negotiated
    NO_SUBJECT,
    /// The rules find a claim, but the learned model rejects it.
    UNLIKELY,
    RUMOUR
  }

  public ClauseTrace {
    speakers = List.copyOf(speakers);
    features = Set.copyOf(features);
    subjects = List.copyOf(subjects);
  }
}
