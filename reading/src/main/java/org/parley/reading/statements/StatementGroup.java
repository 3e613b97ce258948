package org.parley.reading.statements;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.claim.ClaimId;

/// One statement as several articles tell it: what a person decides on once.
///
/// @param number its index among the groups, from 1
/// @param told its tellings, those of the earliest article first; at least one
/// @param lead the index in `told` of the fullest telling
/// @param relation how it stands to the claims on record
/// @param record the claim on record that it confirms or differs from; null if it is new
/// @param isSameOccasion whether the claim on record was made within the window of days; if so, a
///   confirmation adds sources to it
/// @param otherwise the numbers of other groups by the same speaker on the same subject that say
///   otherwise
/// @param added what its tellings add to the claim on record, or to the lead
public record StatementGroup(
    int number,
    List<Telling> told,
    int lead,
    Relation relation,
    @Nullable ClaimId record,
    boolean isSameOccasion,
    List<Integer> otherwise,
    List<Added> added) {

  public StatementGroup {
    told = List.copyOf(told);
    otherwise = List.copyOf(otherwise);
    added = List.copyOf(added);
  }

  /// How a statement stands to the claims on record.
  public enum Relation {
    NEW,
    /// The same speaker has another stance or figure on record for the subject.
    SAYS_OTHERWISE,
    CONFIRMS
  }

  /// A detail that one telling has and the claim on record, or the lead, lacks.
  ///
  /// @param by the index of the telling in `told`
  /// @param words the figure in percent, the condition, the day or the quotation
  public record Added(int by, Kind kind, String words) {}

  /// The kind of an added detail.
  public enum Kind {
    FIGURE,
    CONDITION,
    /// The day it was said.
    DAY,
    /// The speaker's own words in quotation marks.
    OWN_WORDS
  }

  /// The fullest telling.
  public Telling leading() {
    return told.get(lead);
  }

  /// In how many articles it is told.
  public int articles() {
    return (int) told.stream().mapToInt(Telling::article).distinct().count();
  }

  /// How sure the readers are: the highest confidence of its tellings, in percent.
  public int confidence() {
    return told.stream().mapToInt(Telling::confidence).max().orElse(0);
  }
}
