package org.parley.board;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.board.word.Stance;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Subject;
import org.parley.model.party.PartyId;

/// A quoted share of completeness beside the computed one.
///
/// @param claim the claim that quotes it
/// @param comparison what the record says of the same thing
public record QuotedShare(ClaimId claim, Comparison comparison) {

  /// What the record says of what a share was quoted of.
  public sealed interface Comparison {

    /// The share was quoted of several things at once, which are not counted together.
    record SeveralSubjects() implements Comparison {}

    /// Nobody said among whom, and fewer than two of the parties concerned are on the board.
    record TooFewParties() implements Comparison {}

    /// The subject has no points to count.
    ///
    /// @param subject what the share was quoted of
    /// @param among the parties meant
    /// @param stance where it stands among them
    record Uncounted(Subject subject, List<PartyId> among, Stance stance) implements Comparison {
      public Uncounted {
        among = List.copyOf(among);
      }
    }

    /// The points of the subject are counted.
    ///
    /// @param computed how complete the same thing is among the same parties
    /// @param quoted the share as a number of these points; null where it was quoted in words
    /// @param isAmongWhomSaid whether the claim says among whom
    /// @param all how complete it is among all on the board; null where that is `computed`
    record Counted(
        Agreement computed,
        @Nullable InPoints quoted,
        boolean isAmongWhomSaid,
        @Nullable Agreement all)
        implements Comparison {}
  }

  /// A quoted share as a number of points.
  ///
  /// @param points the number, rounded to the nearest
  /// @param isExact whether it is a whole number of points
  /// @param isCounted whether it was quoted as a number of just as many points as are on record
  public record InPoints(long points, boolean isExact, boolean isCounted) {}

  /// How complete the same thing is among the same parties; empty where nothing is counted.
  public Optional<Agreement> computed() {
    return comparison instanceof Comparison.Counted counted
        ? Optional.of(counted.computed())
        : Optional.empty();
  }
}
