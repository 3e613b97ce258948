package org.parley.board;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.Subject;

/// A quoted share of completeness beside the computed one.
///
/// @param claim the claim that quotes it
/// @param comparison the computed share of the same subject
public record QuotedShare(ClaimId claim, ShareComparison comparison) {

  /// The computed counterpart of a quoted share.
  public sealed interface ShareComparison {

    /// The share was quoted of several subjects at once, which are not counted together.
    record SeveralSubjects() implements ShareComparison {}

    /// No parties were named, and fewer than two of the parties concerned are on the board.
    record TooFewParties() implements ShareComparison {}

    /// The subject has no points to count.
    ///
    /// @param subject the subject of the quoted share
    /// @param among the parties meant
    /// @param stance their standing on it
    record Uncounted(Subject subject, List<PartyId> among, Stance stance)
        implements ShareComparison {
      public Uncounted {
        among = List.copyOf(among);
      }
    }

    /// A share of implementation, beside the steps and points carried out in full.
    ///
    /// @param done the number carried out
    /// @param total the number of all
    /// @param quoted the share as a number of them; null if it was quoted in words
    record Performed(int done, int total, @Nullable InPoints quoted) implements ShareComparison {}

    /// A share of implementation of something of which no step is on record.
    record NothingToPerform(Subject subject) implements ShareComparison {}

    /// A share of something else, which is not counted.
    ///
    /// @param of the whole that it is of
    record OfSomethingElse(String of) implements ShareComparison {}

    /// The points of the subject are counted.
    ///
    /// @param computed the completeness of the same subject among the same parties
    /// @param quoted the share as a number of these points; null if it was quoted in words
    /// @param isAmongWhomSaid whether the claim names the parties
    /// @param all the completeness among all on the board; null if that is `computed`
    record Counted(
        Agreement computed,
        @Nullable InPoints quoted,
        boolean isAmongWhomSaid,
        @Nullable Agreement all)
        implements ShareComparison {}
  }

  /// A quoted share as a number of points.
  ///
  /// @param points the number, rounded to the nearest
  /// @param isExact whether it is a whole number of points
  /// @param isCounted whether it was quoted out of the number of points on record
  public record InPoints(long points, boolean isExact, boolean isCounted) {}

  /// The completeness of the same subject among the same parties; empty if it is not counted.
  public Optional<Agreement> computed() {
    return comparison instanceof ShareComparison.Counted counted
        ? Optional.of(counted.computed())
        : Optional.empty();
  }
}
