package org.parley.model.step;

import java.util.List;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;

/// Words that different parties read as different steps: guarantees that are "effective" may be
/// ratified, or activated.
///
/// @param id its id
/// @param words the words
/// @param readings what they may mean
public record Term(TermId id, String words, List<Reading> readings, Visibility visibility)
    implements CaseRecord {

  /// One reading.
  ///
  /// @param name what it is called, in a word or two
  /// @param step the step it means
  /// @param claims where somebody reads it so; empty for a reading that is only possible
  public record Reading(String name, StepId step, List<ClaimId> claims) {
    public Reading {
      claims = List.copyOf(claims);
    }
  }

  public Term {
    readings = List.copyOf(readings);
  }
}
