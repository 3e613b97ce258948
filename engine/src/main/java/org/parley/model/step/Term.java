package org.parley.model.step;

import java.util.List;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;

/// A contested term: words that parties read as different steps. Guarantees that are "effective"
/// may be ratified, or activated.
///
/// @param id its id
/// @param words the words
/// @param readings the possible readings
public record Term(TermId id, String words, List<Reading> readings, Visibility visibility)
    implements CaseRecord {

  /// A reading of a contested term.
  ///
  /// @param name a short name
  /// @param step the step it means
  /// @param claims the claims that use this reading; empty for a possible one
  public record Reading(String name, StepId step, List<ClaimId> claims) {
    public Reading {
      claims = List.copyOf(claims);
    }
  }

  public Term {
    readings = List.copyOf(readings);
  }
}
