package org.parley.model.position;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// A party's answer to "this or that?": of two packages, the one that is worth at least as much to
/// it.
///
/// @param id its id
/// @param party the party
/// @param better the package that it prefers, by point
/// @param worse the other one, on the same points
/// @param same whether both are worth the same to it
/// @param told the day on which the party told it
public record PairwiseComparison(
    PairwiseComparisonId id,
    PartyId party,
    List<ComparedTerm> better,
    List<ComparedTerm> worse,
    boolean same,
    Edtf told,
    Visibility visibility)
    implements CaseRecord {

  /// The terms of a package on one point: an option, or a value of its quantity.
  ///
  /// @param point the point
  /// @param option the option chosen
  /// @param value the value of its quantity
  public record ComparedTerm(PointId point, @Nullable OptionId option, @Nullable Amount value) {}

  public PairwiseComparison {
    better = List.copyOf(better);
    worse = List.copyOf(worse);
  }
}
