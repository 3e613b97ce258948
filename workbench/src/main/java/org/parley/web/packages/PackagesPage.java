package org.parley.web.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Choice;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.Easing;
import org.parley.bargain.cases.Headline;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PackageWords;
import org.parley.bargain.cases.Prepared;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.clash.Demand;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;

/// The page of packages.
///
/// @param open the case
/// @param stated the problem as the case states it; null where it states none
/// @param complaints why it states none
/// @param moved what the address moves
/// @param packages the problem with what was moved; null where the case states none
/// @param table how many packages each set of parties accepts; null likewise
/// @param overview the first look; null where only the counts were asked for, which follow a slider
///   at once
/// @param chart the frontier; null likewise
/// @param comparison packages side by side; null likewise
/// @param easings what keeps packages out, where some are acceptable to all
public record PackagesPage(
    OpenCase open,
    @Nullable PackageProblem stated,
    List<String> complaints,
    @Nullable Moved moved,
    @Nullable PackageProblem packages,
    @Nullable ZoneTable table,
    @Nullable Overview overview,
    @Nullable FrontierChart chart,
    @Nullable Comparison comparison,
    List<Easing> easings) {

  /// How many clashes and ways out the page shows; the command lists all.
  public static final int SHOWN = 6;

  /// How long one page may compute.
  private static final long NANOS = 4_000_000_000L;

  public PackagesPage {
    complaints = List.copyOf(complaints);
    easings = List.copyOf(easings);
  }

  /// The page of an address.
  ///
  /// @throws BadQuery where it moves what is not there
  ///
  /// @param quick whether the counts are enough
  public static PackagesPage of(OpenCase open, Query query, boolean quick) {
    return switch (open.packages()) {
      case Prepared.Unready(List<String> complaints) ->
          new PackagesPage(open, null, complaints, null, null, null, null, null, null, List.of());
      case Prepared.Ready(PackageProblem stated) ->
          of(open, stated, Moved.of(query, stated), quick);
    };
  }

  private static PackagesPage of(OpenCase open, PackageProblem stated, Moved moved, boolean quick) {
    long end = System.nanoTime() + NANOS;
    Budget budget = Budget.unlimited().withStop(() -> System.nanoTime() - end > 0);
    PackageProblem packages = applied(stated, moved);
    if (quick) {
      ZoneTable table = ZoneTable.of(packages.problem(), budget);
      return new PackagesPage(
          open, stated, List.of(), moved, packages, table, null, null, null, List.of());
    }
    Overview overview = Overview.of(packages, budget);
    boolean empty = overview.table().everyone().isEmpty();
    return new PackagesPage(
        open,
        stated,
        List.of(),
        moved,
        packages,
        overview.table(),
        overview,
        FrontierChart.of(packages, empty, budget),
        Comparison.of(packages, overview, budget),
        empty
            ? List.of()
            : Easing.of(packages.problem(), overview.table().everyone().atMost(), budget));
  }

  private static PackageProblem applied(PackageProblem stated, Moved moved) {
    try {
      return moved.whatIf().in(stated);
    } catch (InvalidProblemException e) {
      throw new BadQuery(
          "weight", "", String.join(" ", e.complaints()), "Maybe move less at a time.");
    }
  }

  public Frame frame() {
    return Frame.of("Packages", open.view().info(), "packages");
  }

  public boolean isReady() {
    return stated != null;
  }

  /// The problem as the case states it.
  public PackageProblem asStated() {
    return Objects.requireNonNull(stated);
  }

  /// The problem with what was moved.
  public PackageProblem shown() {
    return Objects.requireNonNull(packages);
  }

  public ZoneTable zone() {
    return Objects.requireNonNull(table);
  }

  /// Whether only the counts were asked for.
  public boolean isQuick() {
    return overview == null;
  }

  /// Whether everything in it is proved.
  public boolean isProved() {
    return overview == null ? zone().isExact() : overview.isProved();
  }

  public Overview look() {
    return Objects.requireNonNull(overview);
  }

  public Moved changes() {
    return Objects.requireNonNull(moved);
  }

  public FrontierChart frontier() {
    return Objects.requireNonNull(chart);
  }

  public Comparison sideBySide() {
    return Objects.requireNonNull(comparison);
  }

  public PackageWords words() {
    return new PackageWords(shown());
  }

  public Headline headline() {
    return overview == null ? Headline.of(shown(), zone(), null) : overview.headline();
  }

  /// The clash told first: the smallest.
  public List<Demand> mainClash() {
    List<List<Demand>> all = clashes();
    return all.isEmpty() ? List.of() : all.getFirst();
  }

  /// The clashes, those that differ only in whose red line it is told as one.
  public List<List<Demand>> clashes() {
    return look()
        .clashes()
        .flatMap(Finding::findAnswer)
        .map(found -> PackageWords.merged(found.clashes()))
        .orElse(List.of());
  }

  public List<Clashes.Way> ways() {
    return look()
        .clashes()
        .flatMap(Finding::findAnswer)
        .map(found -> words().inOrder(found.ways()))
        .orElse(List.of());
  }

  /// The parties looked at where packages are told apart.
  public String looked() {
    return words().parties(look().parties());
  }

  /// How much of a bar a row of the zone fills, in thousandths of the widest.
  public long filled(ZoneTable.Row row) {
    return zone().all().signum() == 0
        ? 0
        : row.atMost()
            .multiply(java.math.BigInteger.valueOf(1000))
            .divide(zone().all())
            .longValue();
  }

  public String count(ZoneTable.Row row) {
    return row.isExact()
        ? String.format(Locale.ROOT, "%,d", row.atLeast())
        : String.format(Locale.ROOT, "%,d to %,d", row.atLeast(), row.atMost());
  }

  /// The share of an option in thousandths; 0 where it was not counted.
  public long share(int point, int option) {
    return look()
        .shares()
        .map(shares -> shares[point][option].times(Rational.of(1000)).rounded().longValue())
        .orElse(0L);
  }

  public boolean hasShares() {
    return look().shares().isPresent();
  }

  /// A share in per cent, never rounded to none or to all.
  public String percent(int point, int option) {
    Rational share = look().shares().map(shares -> shares[point][option]).orElse(Rational.ZERO);
    long percent = share.times(Rational.of(100)).rounded().longValue();
    return share.signum() > 0 && percent == 0
        ? "<1 %"
        : share.compareTo(Rational.ONE) < 0 && percent == 100 ? ">99 %" : percent + " %";
  }

  /// A red line as the case states it, or as it was added.
  ///
  /// @param party the index of the party
  /// @param choice the option
  /// @param stated whether the case states it
  /// @param holds whether it holds in what is shown
  public record Line(int party, Choice choice, boolean stated, boolean holds) {}

  /// The red lines of a party, those lifted included.
  public List<Line> lines(int party) {
    List<Line> lines = new ArrayList<>();
    for (Choice choice : asStated().redLines(party)) {
      lines.add(new Line(party, choice, true, !changes().isLifted(party, choice)));
    }
    for (Choice choice : shown().redLines(party)) {
      if (changes().isAdded(party, choice)) {
        lines.add(new Line(party, choice, false, true));
      }
    }
    return lines;
  }

  public long baseline(int party) {
    Long baseline = shown().problem().parties().get(party).baseline();
    return baseline == null ? 0 : baseline;
  }

  public long statedBaseline(int party) {
    Long baseline = asStated().problem().parties().get(party).baseline();
    return baseline == null ? 0 : baseline;
  }

  /// The points a party puts on a point in what is shown.
  public long weight(int party, int point) {
    var changed = changes().whatIf().weights().get(party);
    Long weight = changed == null ? null : changed.get(point);
    return weight == null ? asStated().seats().get(party).stakes().get(point).weight() : weight;
  }

  /// The address at which these demands are given up, beside what is moved already.
  public String hrefOf(List<Demand> giveUp) {
    List<String> parts = new ArrayList<>();
    for (String part : changes().query().split("&", -1)) {
      boolean replaced =
          giveUp.stream()
              .anyMatch(
                  demand ->
                      demand instanceof Demand.Baseline
                          && part.startsWith(
                              Moved.baselineName(asStated().seats().get(demand.party()).party())
                                  + "="));
      if (!part.isEmpty() && !replaced) {
        parts.add(part);
      }
    }
    for (Demand demand : giveUp) {
      PackageProblem.Seat seat = asStated().seats().get(demand.party());
      parts.add(
          switch (demand) {
            case Demand.RedLine(_, Choice(int point, int option)) ->
                "lift="
                    + Moved.lineValue(
                        seat.party(), asStated().matters().get(point).options().get(option));
            case Demand.Baseline _ -> Moved.baselineName(seat.party()) + "=0";
          });
    }
    return "/packages?" + String.join("&", parts);
  }
}
