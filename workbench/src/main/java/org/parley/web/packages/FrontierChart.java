package org.parley.web.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.Problem;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.PartyDemand;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.frontier.Frontiers;
import org.parley.exact.Bound;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.wording.BoundWording;
import org.parley.wording.Messages;

/// The efficient frontier as parallel coordinates (Inselberg 1985), one axis per party, and as a
/// scatter plot over two of them.
///
/// Drawn in units of the view box; the script of the page only brushes.
///
/// @param axes one per party, then one for the number of crossed demands, if there are any
/// @param outcomes the outcomes, fewest crossed demands first
/// @param all the number of outcomes; larger than drawn if the frontier was thinned
/// @param bound the guarantee about missing outcomes; null if there are none
/// @param step the number of outcomes per drawn one
/// @param isFree whether red lines and baselines were set aside, since no package meets them all
public record FrontierChart(
    List<Axis> axes,
    List<Outcome> outcomes,
    int all,
    @Nullable Bound bound,
    int step,
    boolean isFree) {

  /// The size of the view box of the lines.
  public static final int WIDTH = 760;

  public static final int HEIGHT = 300;

  private static final int TOP = 40;
  private static final int BOTTOM = 270;
  private static final int LEFT = 60;
  private static final int RIGHT = 690;

  /// The most outcomes that are drawn.
  private static final int DRAWN = 1500;

  /// An axis.
  ///
  /// @param party the party of its points; null for the number of crossed demands
  /// @param x its position
  /// @param least the value at the bottom
  /// @param most the value at the top
  /// @param baseline the position of the party's baseline; null if there is none on the axis
  /// @param baselineWorth the baseline
  public record Axis(
      @Nullable String party,
      int x,
      long least,
      long most,
      @Nullable Integer baseline,
      long baselineWorth) {

    /// The label of the axis.
    public String label() {
      return party == null ? Messages.current().text("packages.page.demands-crossed") : party;
    }

    int y(long value) {
      return most == least
          ? (TOP + BOTTOM) / 2
          : (int) (BOTTOM - (value - least) * (BOTTOM - TOP) / (most - least));
    }
  }

  /// One outcome.
  ///
  /// @param values by axis
  /// @param options the options of one package that gives it
  /// @param points the corners of its line
  public record Outcome(List<Long> values, List<Integer> options, String points) {

    /// The values with blanks between.
    public String joined() {
      return values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /// The options with blanks between.
    public String chosen() {
      return options.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
  }

  public FrontierChart {
    axes = List.copyOf(axes);
    outcomes = List.copyOf(outcomes);
  }

  public int top() {
    return TOP;
  }

  public int bottom() {
    return BOTTOM;
  }

  /// The chart without red lines and baselines.
  static FrontierChart free(PackageProblem packages, Budget budget) {
    Problem problem = PartyDemand.keeping(packages.problem(), List.of());
    return of(packages, Frontiers.find(problem, budget), true);
  }

  /// The chart of a frontier.
  ///
  /// @param free whether red lines and baselines were set aside
  static FrontierChart of(PackageProblem packages, Finding<Frontier> finding, boolean free) {
    Frontier frontier = finding.findAnswer().orElse(null);
    List<long[]> values = new ArrayList<>();
    List<int[]> options = new ArrayList<>();
    int size = frontier == null ? 0 : frontier.size();
    int step = Math.max(1, Math.ceilDiv(size, DRAWN));
    for (int entry = 0; entry < size && frontier != null; entry += step) {
      int[] one = frontier.packageOf(entry);
      long[] worths = frontier.worths(entry);
      long[] all = Arrays.copyOf(worths, worths.length + 1);
      all[worths.length] = Bridges.crossedBy(packages.problem(), one).size();
      values.add(all);
      options.add(one);
    }
    return drawn(packages, values, options, size, bound(finding), step, free);
  }

  private static @Nullable Bound bound(Finding<Frontier> finding) {
    return finding instanceof Finding.Bounded<Frontier>(_, var bound, _) ? bound : null;
  }

  /// The guarantee about outcomes not drawn; null if all are.
  public @Nullable String guarantee() {
    return bound != null
        ? BoundWording.text(bound)
        : step > 1 ? Messages.current().text("packages.page.thinned", "step", step) : null;
  }

  private static FrontierChart drawn(
      PackageProblem packages,
      List<long[]> values,
      List<int[]> options,
      int size,
      @Nullable Bound bound,
      int step,
      boolean free) {
    int parties = packages.seats().size();
    boolean crossings = values.stream().anyMatch(each -> each[parties] > 0);
    int count = parties + (crossings ? 1 : 0);
    List<Axis> axes = new ArrayList<>();
    for (int axis = 0; axis < count; axis++) {
      int at = axis;
      long least = values.stream().mapToLong(each -> each[at]).min().orElse(0);
      long most = values.stream().mapToLong(each -> each[at]).max().orElse(0);
      int x = count == 1 ? LEFT : LEFT + axis * (RIGHT - LEFT) / (count - 1);
      if (axis == parties) {
        // No crossed demand is best, so zero is at the top.
        axes.add(new Axis(null, x, most, 0, null, 0));
        continue;
      }
      Long baseline = packages.problem().parties().get(axis).baseline();
      Axis plain = new Axis(packages.seats().get(axis).label(), x, least, most, null, 0);
      axes.add(
          baseline != null && baseline >= least && baseline <= most
              ? new Axis(plain.party(), x, least, most, plain.y(baseline), baseline)
              : plain);
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      List<Long> own = new ArrayList<>();
      List<String> corners = new ArrayList<>();
      for (int axis = 0; axis < count; axis++) {
        own.add(values.get(index)[axis]);
        corners.add(axes.get(axis).x() + "," + axes.get(axis).y(values.get(index)[axis]));
      }
      outcomes.add(
          new Outcome(
              own, Arrays.stream(options.get(index)).boxed().toList(), String.join(" ", corners)));
    }
    if (crossings) {
      outcomes.sort(
          (one, other) -> Long.compare(one.values().get(parties), other.values().get(parties)));
    }
    return new FrontierChart(axes, outcomes, size, bound, step, free);
  }

  /// The position of an outcome in the scatter plot.
  public String dotX(Outcome outcome, int axis) {
    return place(outcome, axis, 50, 340);
  }

  public String dotY(Outcome outcome, int axis) {
    return place(outcome, axis, 270, 20);
  }

  private String place(Outcome outcome, int axis, int from, int to) {
    Axis on = axes.get(axis);
    double share =
        on.most() == on.least()
            ? 0.5
            : (double) (outcome.values().get(axis) - on.least()) / (on.most() - on.least());
    return String.format(Locale.ROOT, "%.1f", from + share * (to - from));
  }

  /// The axes that are parties.
  public List<Axis> parties() {
    return axes.stream().filter(axis -> axis.party() != null).toList();
  }

  /// Whether the last axis counts demands that are crossed.
  public boolean hasCrossings() {
    return !axes.isEmpty() && axes.getLast().party() == null;
  }
}
