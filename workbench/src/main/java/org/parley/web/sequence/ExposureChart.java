package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.model.PartyId;
import org.parley.model.step.StepId;
import org.parley.sequence.Moment;
import org.parley.sequence.PlannedStep;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.exposure.Exposure;
import org.parley.sequence.plan.Plan;
import org.parley.web.view.OpenCase;
import org.parley.wording.ExposureWording;
import org.parley.wording.Messages;
import org.parley.wording.SequenceWording;

/// The worth given and received by each party over a plan, one row each, on a common scale.
/// Coordinates are in a drawing 1,000 wide and 64 high.
///
/// @param most the largest sum given or received, at the top
/// @param ticks the days along the axis
/// @param rows one row per party
/// @param breaks the places of breaks of the axis
public record ExposureChart(long most, List<Axis.Tick> ticks, List<Row> rows, List<String> breaks) {

  public static final int WIDTH = 1000;
  public static final int HEIGHT = 64;
  private static final int EDGE = 4;

  /// A party.
  ///
  /// @param party its name
  /// @param given the line of worth given
  /// @param received the line of worth received
  /// @param exposed the exposed periods, as rectangles
  /// @param largest its largest exposure, in words
  /// @param changes each change
  public record Row(
      String party,
      String given,
      String received,
      List<Area> exposed,
      String largest,
      List<Change> changes) {
    public Row {
      exposed = List.copyOf(exposed);
      changes = List.copyOf(changes);
    }
  }

  /// A stretch in which a party has given more than it has received.
  public record Area(String x, String y, String width, String height) {}

  /// A change of the worth given or received.
  ///
  /// @param words the day and the sums
  /// @param steps the steps that cause it
  public record Change(String words, List<StepName> steps) {
    public Change {
      steps = List.copyOf(steps);
    }
  }

  /// A step with its title.
  public record StepName(StepId id, String title) {}

  public ExposureChart {
    ticks = List.copyOf(ticks);
    rows = List.copyOf(rows);
  }

  /// Where a break lies in the drawing.
  public static String place(String percent) {
    return String.valueOf((int) (Double.parseDouble(percent.replace("%", "")) * WIDTH / 100));
  }

  static ExposureChart of(OpenCase open, SequenceProblem problem, Plan plan) {
    List<Exposure.Curve> curves = Exposure.of(problem, plan.earliest());
    Axis axis = Gantt.axis(problem, plan);
    long most = 1;
    for (Exposure.Curve curve : curves) {
      for (Exposure.Balance balance : curve.balances()) {
        most = Math.max(most, Math.max(balance.given(), balance.received()));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Exposure.Curve curve : curves) {
      rows.add(row(open, problem, plan, axis, most, curve));
    }
    return new ExposureChart(most, axis.ticks(), rows, axis.breaks());
  }

  private static Row row(
      OpenCase open,
      SequenceProblem problem,
      Plan plan,
      Axis axis,
      long most,
      Exposure.Curve curve) {
    SequenceWording words = SequenceWording.of(problem);
    var exposed = new ExposureWording(words, open.view());
    StringBuilder given = new StringBuilder("M0," + number(y(0, most)));
    StringBuilder received = new StringBuilder(given);
    List<Area> areas = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < curve.balances().size(); i++) {
      Exposure.Balance balance = curve.balances().get(i);
      double x = axis.share(balance.time()) * WIDTH / 100;
      given.append(" H").append(number(x)).append(" V").append(number(y(balance.given(), most)));
      received
          .append(" H")
          .append(number(x))
          .append(" V")
          .append(number(y(balance.received(), most)));
      double next =
          i + 1 < curve.balances().size()
              ? axis.share(curve.balances().get(i + 1).time()) * WIDTH / 100
              : WIDTH;
      if (balance.exposure() > 0) {
        double top = y(balance.given(), most);
        areas.add(
            new Area(
                number(x),
                number(top),
                number(next - x),
                number(y(balance.received(), most) - top)));
      }
      changes.add(
          new Change(
              Messages.current()
                  .text(
                      "sequence.exposure.change",
                      "day",
                      words.day(balance.time()),
                      "balance",
                      exposed.balance(balance)),
              steps(problem, plan, curve.party(), balance.time())));
    }
    return new Row(
        exposed.party(curve.party()),
        given.append(" H").append(WIDTH).toString(),
        received.append(" H").append(WIDTH).toString(),
        areas,
        exposed.atMost(curve.largest()),
        changes);
  }

  private static List<StepName> steps(
      SequenceProblem problem, Plan plan, PartyId party, long time) {
    List<StepName> steps = new ArrayList<>();
    for (PlannedStep step : problem.steps()) {
      if (!step.reversible()
          && step.worth().containsKey(party)
          && plan.get(Moment.end(step.id())).earliest() == time) {
        steps.add(new StepName(step.id(), step.title()));
      }
    }
    return steps;
  }

  private static double y(long sum, long most) {
    return HEIGHT - EDGE - (double) (HEIGHT - 2 * EDGE) * sum / most;
  }

  private static String number(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }
}
