package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.parley.bargain.Choice;
import org.parley.bargain.Problem;
import org.parley.bargain.elicit.Elicitation;
import org.parley.bargain.elicit.WorthInequality;
import org.parley.bargain.elicit.WorthKnowledge;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.bargain.worth.QualitativeWorths;
import org.parley.bargain.worth.WorthRange;
import org.parley.exact.Budget;
import org.parley.exact.Rational;

/// The worths of a party that is to be asked, as far as a case knows them, and the packages it is
/// asked about.
///
/// Grades and ranks count as an order, not as numbers. A better grade is worth no less. The best
/// graded option of a more important point is worth no less than that of a less important one.
/// Worths that are written count as they are.
public final class ElicitedParty {

  private static final int STEP = 10;

  private ElicitedParty() {}

  /// The knowledge before the first question.
  public static WorthKnowledge knowledge(PackageProblem packages, int party) {
    List<PackageProblem.Stake> stakes = packages.seats().get(party).stakes();
    List<List<WorthRange>> ranges = new ArrayList<>();
    List<WorthInequality> inequalities = new ArrayList<>();
    List<Integer> ranked = new ArrayList<>();
    for (int point = 0; point < stakes.size(); point++) {
      PackageProblem.Stake stake = stakes.get(point);
      int options = packages.problem().points().get(point).options().size();
      List<WorthRange> row = new ArrayList<>();
      for (int option = 0; option < options; option++) {
        row.add(range(stake, option));
      }
      ranges.add(row);
      if (stake.how() == PackageProblem.How.RANK && !stake.graded().isEmpty()) {
        ranked.add(point);
        inequalities.addAll(order(point, stake));
      }
    }
    ranked.sort(Comparator.comparingLong((Integer point) -> stakes.get(point).weight()).reversed());
    for (int at = 1; at < ranked.size(); at++) {
      int more = ranked.get(at - 1);
      int less = ranked.get(at);
      if (stakes.get(more).weight() > stakes.get(less).weight()) {
        inequalities.add(
            WorthInequality.order(
                new Choice(more, best(stakes.get(more))),
                new Choice(less, best(stakes.get(less)))));
      }
    }
    return new WorthKnowledge(
        ranges,
        inequalities,
        packages.problem().jointWorths().stream().filter(each -> each.party() == party).toList());
  }

  private static WorthRange range(PackageProblem.Stake stake, int option) {
    return switch (stake.how()) {
      case WRITTEN ->
          new WorthRange(stake.worths().get(option).least(), stake.worths().get(option).most());
      case RANK ->
          stake.graded().contains(option) && stake.shares().get(option).signum() == 0
              ? WorthRange.of(0)
              : new WorthRange(0, QualitativeWorths.HANDED_OUT);
      case SILENT -> new WorthRange(0, QualitativeWorths.HANDED_OUT);
    };
  }

  /// Neighbours in the order of grades; equal grades say nothing of each other.
  private static List<WorthInequality> order(int point, PackageProblem.Stake stake) {
    List<WorthInequality> order = new ArrayList<>();
    for (int one : stake.graded()) {
      Rational share = stake.shares().get(one);
      stake.graded().stream()
          .map(other -> stake.shares().get(other))
          .filter(other -> other.signum() > 0 && other.compareTo(share) < 0)
          .max(Comparator.naturalOrder())
          .ifPresent(
              next ->
                  stake.graded().stream()
                      .filter(other -> stake.shares().get(other).equals(next))
                      .sorted()
                      .forEach(
                          other ->
                              order.add(
                                  WorthInequality.order(
                                      new Choice(point, one), new Choice(point, other)))));
    }
    return order;
  }

  private static int best(PackageProblem.Stake stake) {
    return stake.graded().stream()
        .max(
            Comparator.comparing((Integer option) -> stake.shares().get(option))
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  /// Packages to be asked about.
  ///
  /// @param packages by point the option of each
  /// @param efficient how many efficient packages they were taken from
  /// @param percent each of the others gets at least so much of the range of its worths
  public record PackageList(List<List<Integer>> packages, int efficient, int percent) {
    public PackageList {
      packages = packages.stream().map(List::copyOf).toList();
    }
  }

  /// The efficient packages by the worths on record. They cross no red line of the asked party, and
  /// leave each of the others a share of its range. Red lines and baselines of the others do not
  /// count: where all do, nothing may be left. Of too many, some evenly spread over the frontier.
  ///
  /// @param percent the share to begin with; it is lowered by tens until there is a package
  public static PackageList packages(
      PackageProblem packages, int party, int percent, Budget budget) {
    for (int share = percent; share > 0; share -= STEP) {
      PackageList tabled = tabled(packages, party, share, budget);
      if (!tabled.packages().isEmpty()) {
        return tabled;
      }
    }
    return tabled(packages, party, 0, budget);
  }

  private static PackageList tabled(PackageProblem packages, int party, int share, Budget budget) {
    List<Problem.Party> parties = new ArrayList<>();
    for (int at = 0; at < packages.seats().size(); at++) {
      Problem.Party each = packages.problem().parties().get(at);
      parties.add(
          at == party
              ? each.withBaseline(null)
              : each.withBaseline(floor(each, share))
                  .withRedLines(Set.of())
                  .withContingencies(List.of()));
    }
    return Frontiers.find(packages.problem().withParties(parties), budget)
        .findAnswer()
        .map(frontier -> spread(frontier, share))
        .orElseGet(() -> new PackageList(List.of(), 0, share));
  }

  private static long floor(Problem.Party party, int share) {
    long least = 0;
    long most = 0;
    for (List<Long> row : party.worths()) {
      least += Collections.min(row);
      most += Collections.max(row);
    }
    return least + Math.ceilDiv(Math.multiplyExact(most - least, (long) share), 100);
  }

  private static PackageList spread(Frontier frontier, int share) {
    int size = frontier.size();
    int most = Math.min(size, Elicitation.MOST_PACKAGES);
    return new PackageList(
        IntStream.range(0, most)
            .map(at -> (int) ((long) at * size / most))
            .mapToObj(entry -> Arrays.stream(frontier.packageOf(entry)).boxed().toList())
            .toList(),
        size,
        share);
  }
}
