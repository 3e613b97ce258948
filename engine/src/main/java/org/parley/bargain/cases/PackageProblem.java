package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.PartyId;
import org.parley.model.position.BaselineId;
import org.parley.model.position.LinkageId;
import org.parley.model.position.PositionId;
import org.parley.model.position.Worth;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// A bargaining problem with the names of a case: indices are those of [#problem].
///
/// @param problem the problem
/// @param seats by party, who bargains and where its figures come from
/// @param matters by point, what is bargained about
/// @param ties the linkages that count, in the order of the problem, then the joint worths
/// @param silent the short names of signatories of whom nothing is on record; the problem is
///   without them
/// @param notes what was assumed or left out
public record PackageProblem(
    Problem problem,
    List<Seat> seats,
    List<Matter> matters,
    List<Tied> ties,
    List<String> silent,
    List<PackageNote> notes) {

  /// One who bargains.
  ///
  /// @param party its id
  /// @param label its short name
  /// @param stakes by point, what it has at stake
  /// @param floor what no deal is worth to it, where that is on record
  public record Seat(PartyId party, String label, List<Stake> stakes, @Nullable Floor floor) {
    public Seat {
      stakes = List.copyOf(stakes);
    }
  }

  /// What a party has at stake on a point, and where that comes from.
  ///
  /// @param position the position it is read from; absent where there is none, so that every option
  ///   counts the same
  /// @param claims the claims the position rests on
  /// @param illustrative whether it is an illustration
  /// @param how how its weight was found
  /// @param weight the points the party puts on the point
  /// @param shares by option, the share of the weight it gets
  /// @param worths by option, the worth as it is known: an interval where only its ends are
  /// @param graded the options, by index, to which the position gives a grade or a worth
  public record Stake(
      @Nullable PositionId position,
      List<ClaimId> claims,
      boolean illustrative,
      How how,
      long weight,
      List<Rational> shares,
      List<Worth> worths,
      Set<Integer> graded) {
    public Stake {
      graded = Set.copyOf(graded);
      claims = List.copyOf(claims);
      shares = List.copyOf(shares);
      worths = List.copyOf(worths);
    }
  }

  /// How the weight of a point was found.
  public enum How {
    /// From its rank among the points, by rank-order centroid.
    RANK,
    /// As written.
    WRITTEN,
    /// Nothing is on record: the party is taken to be indifferent.
    SILENT
  }

  /// What no deal is worth to a party, and where that comes from.
  public record Floor(BaselineId id, Worth worth, List<ClaimId> claims, boolean illustrative) {
    public Floor {
      claims = List.copyOf(claims);
    }
  }

  /// One point that is bargained about.
  ///
  /// @param point its id
  /// @param number its number
  /// @param title its title
  /// @param options the ids of its options
  /// @param titles the titles of its options
  public record Matter(
      PointId point, String number, String title, List<OptionId> options, List<String> titles) {
    public Matter {
      options = List.copyOf(options);
      titles = List.copyOf(titles);
    }

    /// The number and the title.
    public String label() {
      return number + " " + title;
    }
  }

  /// How much of what the parties would accept is on record: a grade or a worth for each option, by
  /// each signatory.
  ///
  /// @param recorded how many are on record
  /// @param all how many it takes
  public record Grades(int recorded, int all) {
    public boolean areComplete() {
      return recorded == all;
    }
  }

  /// A linkage that counts.
  public record Tied(LinkageId id, String text, boolean illustrative) {}

  public PackageProblem {
    seats = List.copyOf(seats);
    matters = List.copyOf(matters);
    ties = List.copyOf(ties);
    silent = List.copyOf(silent);
    notes = List.copyOf(notes);
  }

  /// How many grades are on record, those counted that the silent signatories owe.
  public Grades grades() {
    int options = matters.stream().mapToInt(matter -> matter.options().size()).sum();
    return new Grades(
        seats.stream()
            .flatMap(seat -> seat.stakes().stream())
            .mapToInt(stake -> stake.graded().size())
            .sum(),
        options * (seats.size() + silent.size()));
  }

  /// Whether any figure or tie in it is an illustration.
  public boolean isIllustrative() {
    return ties.stream().anyMatch(Tied::illustrative)
        || seats.stream()
            .anyMatch(
                seat ->
                    (seat.floor() != null && seat.floor().illustrative())
                        || seat.stakes().stream().anyMatch(Stake::illustrative));
  }

  /// Whether any worth is known only within bounds.
  public boolean hasIntervals() {
    return seats.stream()
        .anyMatch(
            seat ->
                (seat.floor() != null && !seat.floor().worth().isExact())
                    || seat.stakes().stream()
                        .flatMap(stake -> stake.worths().stream())
                        .anyMatch(worth -> !worth.isExact()));
  }

  /// The index of a party; -1 where it does not bargain.
  public int indexOf(PartyId party) {
    return seats.stream().map(Seat::party).toList().indexOf(party);
  }

  /// The index of a point; -1 where it is not bargained about.
  public int indexOf(PointId point) {
    return matters.stream().map(Matter::point).toList().indexOf(point);
  }

  /// The choice an option stands for; absent where it is not bargained about.
  public @Nullable Choice choiceOf(OptionId option) {
    for (int point = 0; point < matters.size(); point++) {
      int index = matters.get(point).options().indexOf(option);
      if (index >= 0) {
        return new Choice(point, index);
      }
    }
    return null;
  }

  /// The labels of some parties.
  ///
  /// @param parties party `i` as bit `i`
  public List<String> labels(int parties) {
    List<String> labels = new ArrayList<>();
    for (int party = 0; party < seats.size(); party++) {
      if (((parties >> party) & 1) == 1) {
        labels.add(seats.get(party).label());
      }
    }
    return labels;
  }

  /// The same among these parties alone; each of them has to sign.
  ///
  /// @param parties party `i` as bit `i`, at least one
  public PackageProblem among(int parties) {
    return Selection.of(this, parties);
  }

  /// The options that a party will never accept on a point.
  public Set<Choice> redLines(int party) {
    return problem.parties().get(party).redLines();
  }
}
