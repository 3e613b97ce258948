package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.InvalidProblem;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.model.position.AcceptedRange;
import org.parley.model.text.OptionId;

/// Divides the bands of a quantity further where another weight tells its values apart.
///
/// Nothing else changes: both parts of a band have its worths, and are refused by the same parties.
final class FinerBands {

  private final PackageProblem all;
  private final int point;
  private final ValueBands before;
  private final ValueBands after;

  private FinerBands(PackageProblem all, int point, ValueBands before, ValueBands after) {
    this.all = all;
    this.point = point;
    this.before = before;
    this.after = after;
  }

  /// The problem with bands that other weights tell apart.
  ///
  /// @param weights by party and point
  static PackageProblem of(
      PackageProblem all, SortedMap<Integer, SortedMap<Integer, Long>> weights) {
    PackageProblem finer = all;
    for (int point = 0; point < all.matters().size(); point++) {
      ValueBands bands = all.matters().get(point).bands();
      if (bands == null) {
        continue;
      }
      SortedSet<Long> starts = new TreeSet<>(bands.starts());
      for (Map.Entry<Integer, SortedMap<Integer, Long>> each : weights.entrySet()) {
        AcceptedRange range = all.seats().get(each.getKey()).stakes().get(point).range();
        Long weight = each.getValue().get(point);
        if (range != null && weight != null) {
          starts.addAll(
              new QuantityWorths(bands.quantity(), range)
                  .cutsOf(weight, PackageProblem.MOST_BANDS));
        }
      }
      if (starts.size() > PackageProblem.MOST_BANDS) {
        throw new InvalidProblemException(
            List.of(
                new InvalidProblem.TooManyBands(
                    all.matters().get(point).number(), PackageProblem.MOST_BANDS)));
      }
      if (starts.size() > bands.size()) {
        ValueBands more = new ValueBands(bands.quantity(), List.copyOf(starts));
        finer = new FinerBands(finer, point, bands, more).divided();
      }
    }
    return finer;
  }

  private PackageProblem divided() {
    Problem problem = all.problem();
    List<Problem.Point> points = new ArrayList<>(problem.points());
    List<OptionId> ids = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    PackageProblem.Matter matter = all.matters().get(point);
    for (int band = 0; band < after.size(); band++) {
      ids.add(QuantityPoints.idOf(point, matter.point(), after, band));
      titles.add(QuantityPoints.title(after, band));
    }
    points.set(
        point,
        new Problem.Point(
            points.get(point).id(), ids.stream().map(OptionId::value).toList(), true));
    List<PackageProblem.Matter> matters = new ArrayList<>(all.matters());
    matters.set(
        point,
        new PackageProblem.Matter(
            matter.point(), matter.number(), matter.title(), ids, titles, after));
    return new PackageProblem(
        new Problem(
            problem.parties().stream().map(this::party).toList(),
            points,
            problem.linkages(),
            problem.jointWorths(),
            problem.signing()),
        all.seats().stream().map(this::seat).toList(),
        matters,
        all.linkages(),
        all.silent(),
        new ApprovalChain(
            all.approvals().stages(),
            all.approvals().outsiders().stream()
                .map(
                    each ->
                        new ApprovalChain.Outsider(
                            each.party(), each.label(), party(each.figures()), each.hasPosition()))
                .toList()),
        all.notes());
  }

  private Problem.Party party(Problem.Party party) {
    List<List<Long>> worths = new ArrayList<>(party.worths());
    worths.set(point, spread(worths.get(point)));
    Set<Choice> lines = new TreeSet<>();
    for (Choice line : party.redLines()) {
      if (line.point() != point) {
        lines.add(line);
      }
    }
    for (int band = 0; band < after.size(); band++) {
      if (party.redLines().contains(new Choice(point, old(band)))) {
        lines.add(new Choice(point, band));
      }
    }
    return new Problem.Party(party.id(), worths, lines, party.baseline())
        .withContingencies(party.contingencies())
        .withCap(party.cap());
  }

  private PackageProblem.Seat seat(PackageProblem.Seat seat) {
    List<PackageProblem.Stake> stakes = new ArrayList<>(seat.stakes());
    PackageProblem.Stake stake = stakes.get(point);
    Set<Integer> graded = new TreeSet<>();
    for (int band = 0; band < after.size(); band++) {
      if (stake.graded().contains(old(band))) {
        graded.add(band);
      }
    }
    stakes.set(
        point,
        new PackageProblem.Stake(
            stake.position(),
            stake.claims(),
            stake.told(),
            stake.illustrative(),
            stake.how(),
            stake.weight(),
            shares(stake, stake.range()),
            spread(stake.worths()),
            graded,
            stake.range()));
    return new PackageProblem.Seat(
        seat.party(), seat.label(), stakes, seat.contingent(), seat.floor(), seat.wanted());
  }

  private List<Rational> shares(PackageProblem.Stake stake, @Nullable AcceptedRange range) {
    if (range == null) {
      return spread(stake.shares());
    }
    QuantityWorths worths = new QuantityWorths(after.quantity(), range);
    return worths.isWritten()
        ? spread(stake.shares())
        : after.starts().stream().map(worths::share).toList();
  }

  private <T> List<T> spread(List<T> row) {
    List<T> spread = new ArrayList<>();
    for (int band = 0; band < after.size(); band++) {
      spread.add(row.get(old(band)));
    }
    return spread;
  }

  private int old(int band) {
    return before.bandAt(after.starts().get(band));
  }
}
