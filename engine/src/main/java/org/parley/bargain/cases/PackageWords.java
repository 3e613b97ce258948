package org.parley.bargain.cases;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.bargain.Choice;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.Demand;
import org.parley.bargain.clash.Trades;
import org.parley.bargain.pivot.Pivot;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.zone.CountEstimate;
import org.parley.bargain.zone.Estimate;
import org.parley.exact.Certificate;
import org.parley.exact.Finding;
import org.parley.exact.Rational;

/// Findings about packages as plain sentences, with the names of the case.
public final class PackageWords {

  /// From here on numbers are told in three digits.
  private static final BigInteger READABLE = BigInteger.TEN.pow(36);

  private final PackageProblem packages;

  public PackageWords(PackageProblem packages) {
    this.packages = packages;
  }

  PackageProblem packages() {
    return packages;
  }

  /// "A", "A and B", "A, B and C".
  public static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// "20,736"; beyond what anybody reads, "about 5.60e+145".
  public static String number(BigInteger count) {
    return count.compareTo(READABLE) < 0
        ? String.format(Locale.ROOT, "%,d", count)
        : String.format(Locale.ROOT, "about %.2e", new BigDecimal(count));
  }

  /// "1 package", "20,736 packages".
  public static String count(BigInteger packages) {
    return packages.equals(BigInteger.ONE) ? "1 package" : number(packages) + " packages";
  }

  /// "1 package", "20 packages", "20 to 40 packages".
  public static String count(BigInteger atLeast, BigInteger atMost) {
    return atLeast.equals(atMost) ? count(atLeast) : number(atLeast) + " to " + count(atMost);
  }

  /// "20,736", "20 to 40".
  public static String number(ZoneTable.Row row) {
    return row.isExact()
        ? number(row.atLeast())
        : number(row.atLeast()) + " to " + number(row.atMost());
  }

  /// The parties in words.
  ///
  /// @param parties party `i` as bit `i`
  public String parties(int parties) {
    return list(packages.labels(parties));
  }

  /// "Ukraine accepts", "Ukraine and US accept".
  ///
  /// @param parties party `i` as bit `i`
  public String accept(int parties) {
    return parties(parties) + (Integer.bitCount(parties) == 1 ? " accepts" : " accept");
  }

  private String label(int party) {
    return packages.seats().get(party).label();
  }

  /// `“Stand where we stand” on 14 Territories`.
  public String choice(Choice choice) {
    return title(choice) + " on " + packages.matters().get(choice.point()).label();
  }

  private String title(Choice choice) {
    return "“" + packages.matters().get(choice.point()).titles().get(choice.option()) + "”";
  }

  /// What a party insists on: "Russia never accepts ...", "Ukraine does not sign below 400 points".
  public String demand(Demand demand) {
    return demands(List.of(demand)).getFirst();
  }

  /// What parties insist on, red lines of several parties on one option told once.
  public List<String> demands(List<Demand> demands) {
    List<String> all = new ArrayList<>();
    byChoice(demands)
        .forEach(
            (choice, parties) ->
                all.add(
                    list(parties)
                        + (parties.size() == 1 ? " never accepts " : " never accept ")
                        + choice(choice)));
    for (Demand demand : demands) {
      if (demand instanceof Demand.Baseline(int party, long worth)) {
        all.add(label(party) + " does not sign below " + worth + " points");
      }
    }
    return all;
  }

  /// What would be if they gave it up, the points not named: `Russia accepted “...”`.
  public List<String> givenUpInShort(List<Demand> demands) {
    List<String> all = new ArrayList<>();
    byChoice(demands)
        .forEach((choice, parties) -> all.add(list(parties) + " accepted " + title(choice)));
    all.addAll(givenUp(demands.stream().filter(each -> each instanceof Demand.Baseline).toList()));
    return all;
  }

  /// What would be if they gave it up: "Russia accepted ...", "Ukraine signed below 400 points".
  public List<String> givenUp(List<Demand> demands) {
    List<String> all = new ArrayList<>();
    byChoice(demands)
        .forEach((choice, parties) -> all.add(list(parties) + " accepted " + choice(choice)));
    for (Demand demand : demands) {
      if (demand instanceof Demand.Baseline(int party, long worth)) {
        all.add(label(party) + " signed below " + worth + " points");
      }
    }
    return all;
  }

  private SortedMap<Choice, List<String>> byChoice(List<Demand> demands) {
    SortedMap<Choice, List<String>> parties = new TreeMap<>();
    demands.stream()
        .filter(Demand.RedLine.class::isInstance)
        .map(Demand.RedLine.class::cast)
        .sorted(Comparator.comparingInt(Demand.RedLine::party))
        .forEach(
            line ->
                parties
                    .computeIfAbsent(line.choice(), _ -> new ArrayList<>())
                    .add(label(line.party())));
    return parties;
  }

  /// Clashes that differ only in whose red line on an option takes part, told as one; the smallest
  /// first.
  public static List<List<Demand>> merged(List<List<Demand>> clashes) {
    Map<Set<Object>, Set<Demand>> groups = new LinkedHashMap<>();
    for (List<Demand> clash : clashes) {
      Set<Object> key = new LinkedHashSet<>();
      for (Demand demand : clash) {
        key.add(demand instanceof Demand.RedLine(_, Choice choice) ? choice : demand);
      }
      groups.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(clash);
    }
    return groups.entrySet().stream()
        .sorted(Comparator.comparingInt(group -> group.getKey().size()))
        .map(group -> List.copyOf(group.getValue()))
        .toList();
  }

  /// "These three cannot all hold".
  public String clashTitle(List<Demand> clash) {
    int size = demands(clash).size();
    return size == 1
        ? "Nothing that can be chosen meets this"
        : "These " + number(size) + " cannot all hold";
  }

  /// "These three cannot all hold: ...".
  public String clash(List<Demand> clash) {
    return clashTitle(clash) + ": " + String.join("; ", demands(clash)) + ".";
  }

  /// Ways out, those that ask for least first: by how many things are asked for, then by how many
  /// parties have to move, then the one that opens most.
  public List<Clashes.Way> inOrder(List<Clashes.Way> ways) {
    return ways.stream()
        .sorted(
            Comparator.comparingInt((Clashes.Way way) -> givenUp(way.giveUp()).size())
                .thenComparingInt(way -> way.giveUp().size())
                .thenComparing(Clashes.Way::opensAtMost, Comparator.reverseOrder()))
        .toList();
  }

  /// "If Russia accepted ...: 24 packages".
  public String way(Clashes.Way way) {
    return "If "
        + list(givenUp(way.giveUp()))
        + ": "
        + count(way.opensAtLeast(), way.opensAtMost())
        + ".";
  }

  /// "Ukraine lowers its baseline by 40, to 460".
  public String relaxation(Bridges.Relaxation relaxation) {
    List<String> moves = new ArrayList<>();
    for (int party = 0; party < relaxation.lowerBy().size(); party++) {
      long by = relaxation.lowerBy().get(party);
      Long baseline = packages.problem().parties().get(party).baseline();
      if (by > 0 && baseline != null) {
        moves.add(label(party) + " lowers its baseline by " + by + ", to " + (baseline - by));
      }
    }
    return list(moves);
  }

  /// One line a changed point, and who gains how much.
  public String trade(int[] table, Trades.Trade trade) {
    List<String> changes = new ArrayList<>();
    for (int point : trade.changed()) {
      changes.add(
          packages.matters().get(point).number()
              + " from "
              + title(new Choice(point, table[point]))
              + " to "
              + title(new Choice(point, trade.options().get(point))));
    }
    List<String> gains = new ArrayList<>();
    for (int party = 0; party < trade.gains().size(); party++) {
      if (trade.gains().get(party) > 0) {
        gains.add(label(party) + " gains " + trade.gains().get(party));
      }
    }
    return "Change point " + list(changes) + ": " + list(gains) + ", nobody loses.";
  }

  /// "5 of 12 grades are on record".
  public String gradesOnRecord() {
    PackageProblem.Grades grades = packages.grades();
    return grades.recorded()
        + " of "
        + grades.all()
        + (grades.all() == 1 ? " grade is" : " grades are")
        + " on record";
  }

  /// What the missing grades count as; nothing where none is missing.
  public String missingGrades() {
    return packages.grades().areComplete()
        ? ""
        : gradesOnRecord() + "; an option without a grade counts as tolerable.";
  }

  /// What a party makes of a draft: "528 points, 278 above its 250 without a deal; would sign."
  public String standing(Draft draft, int party) {
    Draft.Standing standing = draft.standings().get(party);
    Long baseline = standing.baseline();
    List<String> parts = new ArrayList<>();
    if (standing.least() != standing.most()) {
      parts.add(standing.least() + " to " + standing.most() + " points");
      if (baseline != null) {
        parts.add(baseline + " without a deal");
      }
    } else if (baseline == null) {
      parts.add(standing.least() + " points");
    } else {
      parts.add(
          standing.least()
              + " points, "
              + Math.abs(standing.gain())
              + (standing.gain() < 0 ? " below its " : " above its ")
              + baseline
              + " without a deal");
    }
    String verdict =
        standing.accepts()
            ? draft.isWhole()
                ? "would sign" + ifItTolerates(standing.ungraded())
                : "nothing in it that it never accepts"
            : "would not sign: " + String.join("; ", objections(standing.objections()));
    return String.join(", ", parts) + "; " + verdict + ".";
  }

  /// On what a signature hangs: nothing, where every option chosen is graded.
  public static String ifItTolerates(int ungraded) {
    return switch (ungraded) {
      case 0 -> "";
      case 1 -> " if it tolerates the option it has not graded";
      default -> " if it tolerates the " + number(ungraded) + " options it has not graded";
    };
  }

  /// Why a party would not sign, its name not repeated.
  public List<String> objections(List<Demand> demands) {
    List<String> all = new ArrayList<>();
    for (Demand demand : demands) {
      all.add(
          switch (demand) {
            case Demand.RedLine(_, Choice choice) -> "it never accepts " + choice(choice);
            case Demand.Baseline(_, long worth) -> "it does not sign below " + worth + " points";
          });
    }
    return all;
  }

  /// Whether a draft can be bettered, in one sentence.
  public String efficiency(Draft draft) {
    return switch (draft.efficiency()) {
      case EFFICIENT ->
          "No: nobody can get more without another getting less, unless a further red line is"
              + " crossed. It is efficient.";
      case BETTERED ->
          draft.trades().size() >= Draft.MOST_TRADES
              ? "Yes. The first trades that make someone better off and nobody worse:"
              : "Yes: these trades make someone better off and nobody worse.";
      case UNKNOWN ->
          !draft.broken().isEmpty()
              ? "It cannot be chosen as it is."
              : draft.isWhole()
                  ? "That was not found out in time."
                  : "That can be said once every point is settled.";
    };
  }

  /// "14 Territories matters most to what Ukraine and US accept: settling it moves up to 40 % of
  /// it."
  ///
  /// @param parties who accept it, party `i` as bit `i`
  public String mattersMost(Finding<List<Pivot>> pivots, int parties) {
    List<Pivot> found = pivots.findAnswer().orElse(List.of());
    if (found.isEmpty()) {
      return pivots instanceof Finding.Impossible
          ? "No package is acceptable to any of them together, so nothing hangs on a point yet."
          : "No point was looked at in time, so which one matters most is not known.";
    }
    Pivot first = found.getFirst();
    String label =
        (pivots instanceof Finding.Bounded ? "As far as was found out, " : "")
            + packages.matters().get(first.point()).label();
    if (first.zoneSwing().signum() > 0) {
      return "%s matters most to what %s: settling it moves up to %s of it."
          .formatted(label, accept(parties), percent(first.zoneSwing()));
    }
    String asMany = "how any one is settled leaves as much of what " + accept(parties);
    return first.worthSwing().signum() > 0
        ? "%s matters most to what each gets: settling it moves up to %s of that; %s."
            .formatted(label, percent(first.worthSwing()), asMany)
        : "No point matters more than another: " + asMany + ", and as much to each.";
  }

  /// A share in per cent, never rounded to none or to all.
  public static String percent(Rational share) {
    BigInteger percent = share.times(Rational.of(100)).rounded();
    return share.signum() > 0 && percent.signum() == 0
        ? "<1 %"
        : share.compareTo(Rational.ONE) < 0 && percent.equals(BigInteger.valueOf(100))
            ? ">99 %"
            : percent + " %";
  }

  /// How many packages there are, estimated; or that they were counted, and only shares are not.
  public static String about(CountEstimate estimate) {
    if (estimate.low() == estimate.high()) {
      return "The packages were counted; shares of options are estimated from random ones.";
    }
    return String.format(
        Locale.ROOT,
        "About %s packages, estimated from %,d draws; in 95 of 100 cases between %s and %s.",
        rough(estimate.count()),
        estimate.draws(),
        rough(estimate.low()),
        rough(estimate.high()));
  }

  private static String rough(double count) {
    return String.format(Locale.ROOT, count < 1e9 ? "%,.0f" : "%.2e", count);
  }

  /// A share estimated from random packages, in per cent with its interval.
  public static String about(Estimate estimate) {
    return String.format(
        Locale.ROOT,
        "about %.0f %% (%.0f to %.0f)",
        100 * estimate.share(),
        Math.floor(100 * estimate.low()),
        Math.ceil(100 * estimate.high()));
  }

  /// Why there is nothing.
  public String nothing(Certificate certificate) {
    return certificate instanceof NothingAcceptable(int parties, NothingAcceptable.Reason because)
        ? switch (because) {
          case NO_PACKAGE ->
              "Ties between points and red lines leave no package for " + parties(parties) + ".";
          case BASELINES_OUT_OF_REACH ->
              "Packages are left, but none reaches every baseline of " + parties(parties) + ".";
        }
        : "There is none.";
  }

  /// What a rule of fair division is called, and what it does.
  public static String rule(Solution.Kind kind) {
    return switch (kind) {
      case NASH -> "Nash: the largest product of gains";
      case KALAI_SMORODINSKY -> "Kalai-Smorodinsky: equal shares of what each could gain at best";
      case LEXIMIN -> "Leximin: the worst-off first";
      case UTILITARIAN -> "Utilitarian: the largest sum of worths";
      case EQUAL_GAINS -> "Equal gains: the largest least gain in points";
    };
  }

  private static String number(int count) {
    return switch (count) {
      case 2 -> "two";
      case 3 -> "three";
      case 4 -> "four";
      case 5 -> "five";
      case 6 -> "six";
      default -> Integer.toString(count);
    };
  }
}
