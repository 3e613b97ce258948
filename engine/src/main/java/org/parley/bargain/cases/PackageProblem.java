package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.BaselineId;
import org.parley.model.position.LinkageId;
import org.parley.model.position.PositionId;
import org.parley.model.position.Worth;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// A bargaining problem with the names of a case; indices are those of [#problem].
///
/// @param problem the problem
/// @param seats by party, its names and the origin of its figures
/// @param matters by point, its names
/// @param linkages the linkages that count, in the order of the problem, then the joint worths
/// @param silent the short names of signatories without a position, which the problem leaves out
/// @param approvals the approvals that follow signature
/// @param notes assumptions and omissions
public record PackageProblem(
    Problem problem,
    List<Seat> seats,
    List<Matter> matters,
    List<NamedLinkage> linkages,
    List<String> silent,
    ApprovalChain approvals,
    List<PackageNote> notes) {

  /// The most bands of a quantity: values that somebody tells apart.
  public static final int MOST_BANDS = 2000;

  /// A party at the table, with the origin of its figures.
  ///
  /// @param party its id
  /// @param label its short name
  /// @param stakes by point, its stake
  /// @param contingent the options that it accepts on conditions only
  /// @param floor its baseline, if on record
  /// @param wanted the acts of others that it could wait for, the most wanted first
  public record Seat(
      PartyId party,
      String label,
      List<Stake> stakes,
      List<ContingentOption> contingent,
      @Nullable Floor floor,
      List<WantedAct> wanted) {
    public Seat {
      contingent = List.copyOf(contingent);
      stakes = List.copyOf(stakes);
      wanted = List.copyOf(wanted);
    }

    /// A party that waits for nothing.
    public Seat(
        PartyId party,
        String label,
        List<Stake> stakes,
        List<ContingentOption> contingent,
        @Nullable Floor floor) {
      this(party, label, stakes, contingent, floor, List.of());
    }
  }

  /// The stake of a party on a point, with its origin.
  ///
  /// @param position the position it is read from; null if there is none, so that every option
  ///   counts the same
  /// @param claims the claims the position rests on
  /// @param told when the party told it to the mediator in confidence; null if it did not
  /// @param illustrative whether it is an illustration
  /// @param how the origin of the weight
  /// @param weight the points the party puts on the point
  /// @param shares by option, its share of the weight
  /// @param worths by option, the worth as stated: an interval if only its ends are known
  /// @param graded the options, by index, to which the position gives a grade or a worth
  /// @param range the values it accepts of a quantity, and their worth
  public record Stake(
      @Nullable PositionId position,
      List<ClaimId> claims,
      @Nullable Edtf told,
      boolean illustrative,
      How how,
      long weight,
      List<Rational> shares,
      List<Worth> worths,
      Set<Integer> graded,
      @Nullable AcceptedRange range) {
    public Stake {
      graded = Set.copyOf(graded);
      claims = List.copyOf(claims);
      shares = List.copyOf(shares);
      worths = List.copyOf(worths);
    }
  }

  /// The origin of the weight of a point.
  public enum How {
    /// From its rank among the points, by rank-order centroid.
    RANK,
    /// As written.
    WRITTEN,
    /// No position is on record: the party is taken to be indifferent.
    SILENT
  }

  /// The baseline of a party, with its origin.
  public record Floor(BaselineId id, Worth worth, List<ClaimId> claims, boolean illustrative) {
    public Floor {
      claims = List.copyOf(claims);
    }
  }

  /// A point to bargain about.
  ///
  /// @param point its id
  /// @param number its number
  /// @param title its title
  /// @param options the ids of its options
  /// @param titles the titles of its options
  /// @param bands the values that its options stand for, if it is a quantity
  public record Matter(
      PointId point,
      String number,
      String title,
      List<OptionId> options,
      List<String> titles,
      @Nullable ValueBands bands) {
    public Matter {
      options = List.copyOf(options);
      titles = List.copyOf(titles);
    }

    /// The same with other titles of its options.
    public Matter withTitles(List<String> others) {
      return new Matter(point, number, title, options, others, bands);
    }

    /// The names of its options; of a quantity, of its ends.
    public List<String> names() {
      ValueBands values = bands;
      return values == null
          ? options.stream().map(OptionId::value).toList()
          : List.of(
              point + "." + values.quantity().least(), point + "." + values.quantity().most());
    }

    /// Its number and title.
    public String label() {
      return number + " " + title;
    }
  }

  /// How many grades are on record: one is due for each option from each signatory.
  ///
  /// @param recorded the grades on record
  /// @param all the grades due
  public record Grades(int recorded, int all) {
    public boolean areComplete() {
      return recorded == all;
    }
  }

  /// A linkage that counts.
  ///
  /// @param budget its bounds if it is a budget; else null
  public record NamedLinkage(
      LinkageId id, String text, boolean illustrative, @Nullable SumBounds budget) {

    /// A linkage that is no budget.
    public NamedLinkage(LinkageId id, String text, boolean illustrative) {
      this(id, text, illustrative, null);
    }
  }

  /// The bounds of a budget.
  ///
  /// @param least what the sum is at least; null for no such bound
  /// @param most what it is at most; null for no such bound
  /// @param unit the unit, as read after a number; null for none
  public record SumBounds(@Nullable Amount least, @Nullable Amount most, @Nullable String unit) {}

  public PackageProblem {
    seats = List.copyOf(seats);
    matters = List.copyOf(matters);
    linkages = List.copyOf(linkages);
    silent = List.copyOf(silent);
    notes = List.copyOf(notes);
  }

  /// The same with other names.
  public PackageProblem withMatters(List<Matter> others) {
    return new PackageProblem(problem, seats, others, linkages, silent, approvals, notes);
  }

  /// The grades on record and due, including those of silent signatories. A range of a quantity is
  /// one grade.
  public Grades grades() {
    int options = 0;
    int recorded = 0;
    for (int point = 0; point < matters.size(); point++) {
      boolean isQuantity = matters.get(point).bands() != null;
      options += isQuantity ? 1 : matters.get(point).options().size();
      for (Seat seat : seats) {
        int graded = seat.stakes().get(point).graded().size();
        recorded += isQuantity ? Math.min(1, graded) : graded;
      }
    }
    return new Grades(recorded, options * (seats.size() + silent.size()));
  }

  /// Whether any figure or linkage is an illustration.
  public boolean isIllustrative() {
    return linkages.stream().anyMatch(NamedLinkage::illustrative)
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

  /// The choice of an option; null if its point is not bargained about.
  public @Nullable Choice choiceOf(OptionId option) {
    for (int point = 0; point < matters.size(); point++) {
      int index = matters.get(point).options().indexOf(option);
      if (index >= 0) {
        return new Choice(point, index);
      }
    }
    return null;
  }

  /// The choice that a name stands for: an option, or a value of a quantity as `forces.600000`.
  /// Null if nothing bargained about has that name.
  public @Nullable Choice find(String name) {
    for (int point = 0; point < matters.size(); point++) {
      Matter matter = matters.get(point);
      for (int option = 0; option < matter.options().size(); option++) {
        if (matter.options().get(option).value().equals(name)) {
          return new Choice(point, option);
        }
      }
      ValueBands bands = matter.bands();
      String prefix = matter.point() + ".";
      if (bands != null && name.startsWith(prefix)) {
        int band = bands.find(name.substring(prefix.length()));
        if (band >= 0) {
          return new Choice(point, band);
        }
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

  /// The problem restricted to some parties, each of which has to sign.
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
