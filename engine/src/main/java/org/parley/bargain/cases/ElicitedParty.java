package org.parley.bargain.cases;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.cases.CaseView;
import org.parley.model.date.ZonedMoment;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.PairwiseComparison.ComparedTerm;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;

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

  /// A choice after what the party told before.
  ///
  /// @param counted how many comparisons count
  /// @param lost how many do not: on points or options that are gone, or against the others
  public record ToldChoice(Elicitation state, int counted, int lost) {}

  /// Begins with the comparisons that the party told; empty if no worths fit its positions.
  ///
  /// @param told in the order in which they were told; of two that contradict, the earlier counts
  public static Optional<ToldChoice> begin(
      PackageProblem packages, int party, PackageList list, List<PairwiseComparison> told) {
    Optional<Elicitation> begun = Elicitation.of(knowledge(packages, party), list.packages());
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    PartyId own = packages.seats().get(party).party();
    Elicitation state = begun.get();
    int counted = 0;
    int lost = 0;
    for (PairwiseComparison each : told) {
      if (each.party().equals(own)) {
        Elicitation next = compared(packages, state, each).orElse(null);
        if (next == null) {
          lost++;
        } else {
          state = next;
          counted++;
        }
      }
    }
    return Optional.of(new ToldChoice(state, counted, lost));
  }

  private static Optional<Elicitation> compared(
      PackageProblem packages, Elicitation state, PairwiseComparison told) {
    List<Integer> better = options(packages, told.better(), told.worse());
    List<Integer> worse = options(packages, told.worse(), told.better());
    return better.isEmpty() || worse.isEmpty()
        ? Optional.empty()
        : state.compared(better, worse, told.same());
  }

  /// The options by point; points that are not compared count alike. Empty if the two differ on
  /// something that is no longer bargained about.
  private static List<Integer> options(
      PackageProblem packages, List<ComparedTerm> terms, List<ComparedTerm> others) {
    List<Integer> options = new ArrayList<>(Collections.nCopies(packages.matters().size(), 0));
    for (ComparedTerm each : terms) {
      int point = placeOf(packages, each);
      int option = point < 0 ? -1 : optionOf(packages.matters().get(point), each);
      if (option >= 0) {
        options.set(point, option);
      } else if (!others.contains(each)) {
        return List.of();
      }
    }
    return options;
  }

  private static int placeOf(PackageProblem packages, ComparedTerm term) {
    for (int point = 0; point < packages.matters().size(); point++) {
      if (packages.matters().get(point).point().equals(term.point())) {
        return point;
      }
    }
    return -1;
  }

  private static int optionOf(PackageProblem.Matter matter, ComparedTerm term) {
    ValueBands bands = matter.bands();
    Amount value = term.value();
    OptionId option = term.option();
    if (bands != null) {
      return value == null ? -1 : bands.find(value.said());
    }
    return option == null ? -1 : matter.options().indexOf(option);
  }

  /// A package as the terms of a comparison; of a quantity, the least value of the band.
  public static List<ComparedTerm> terms(PackageProblem packages, List<Integer> options) {
    List<ComparedTerm> terms = new ArrayList<>();
    for (int point = 0; point < options.size(); point++) {
      PackageProblem.Matter matter = packages.matters().get(point);
      ValueBands bands = matter.bands();
      terms.add(
          bands != null
              ? new ComparedTerm(matter.point(), null, bands.least(options.get(point)))
              : new ComparedTerm(matter.point(), matter.options().get(options.get(point)), null));
    }
    return terms;
  }

  /// The packages on the table of open rounds that the party reads and answers. They settle all
  /// points. None if there are not two.
  public static List<List<Integer>> onTable(
      CaseView view, PackageProblem packages, PartyId party, Instant now) {
    List<TabledPackage> begun =
        view.tabledPackages().stream()
            .filter(each -> !each.tabled().instant().isAfter(now))
            .toList();
    List<List<Integer>> tabled =
        begun.stream()
            .filter(each -> each.visibility().visibleTo(new Viewer.Delegation(party)))
            .filter(each -> begun.stream().noneMatch(later -> later.replaces(each)))
            .filter(each -> isOpen(view.get(each.round()), party, now))
            .map(each -> whole(packages, each))
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList();
    return tabled.size() < 2 ? List.of() : tabled;
  }

  private static boolean isOpen(Round round, PartyId party, Instant now) {
    ZonedMoment closes = round.closes();
    return round.parties().contains(party)
        && !round.opens().instant().isAfter(now)
        && (closes == null || closes.instant().isAfter(now));
  }

  private static List<Integer> whole(PackageProblem packages, TabledPackage tabled) {
    List<Integer> options = new ArrayList<>();
    for (PackageProblem.Matter matter : packages.matters()) {
      int option =
          tabled
              .on(matter.point())
              .map(
                  each ->
                      optionOf(matter, new ComparedTerm(each.point(), each.option(), each.value())))
              .orElse(-1);
      if (option < 0) {
        return List.of();
      }
      options.add(option);
    }
    return options;
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
    BigInteger part =
        BigInteger.valueOf(most)
            .subtract(BigInteger.valueOf(least))
            .multiply(BigInteger.valueOf(share))
            .add(BigInteger.valueOf(99))
            .divide(BigInteger.valueOf(100));
    return BigInteger.valueOf(least).add(part).longValueExact();
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
