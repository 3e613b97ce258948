package org.parley.web.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.sequence.SequenceProblem;
import org.parley.sequence.exposure.Exposure;
import org.parley.sequence.plan.Plan;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// The exposure of each party over a plan, as lines with steps. Coordinates are in a drawing 1,000
/// wide and 220 high.
///
/// @param most the largest exposure, at the top
/// @param lines a line a party
public record ExposureChart(long most, List<Line> lines) {

  public static final int WIDTH = 1000;
  public static final int HEIGHT = 220;
  private static final int TOP = 14;
  private static final int COLOURS = 6;

  /// A party.
  ///
  /// @param party its name
  /// @param colour which of the six colours
  /// @param path the line
  /// @param endY where it ends
  /// @param largest its largest exposure
  /// @param changes each change in words
  public record Line(
      String party, int colour, String path, String endY, long largest, List<String> changes) {}

  public ExposureChart {
    lines = List.copyOf(lines);
  }

  static ExposureChart of(OpenCase open, SequenceProblem problem, Plan plan) {
    List<Exposure.Curve> curves = Exposure.of(problem, plan.earliest());
    Axis axis = Gantt.axis(problem, plan);
    long most = Math.max(1, curves.stream().mapToLong(Exposure.Curve::largest).max().orElse(1));
    List<Line> lines = new ArrayList<>();
    for (Exposure.Curve curve : curves) {
      StringBuilder path = new StringBuilder("M0," + y(0, most));
      List<String> changes = new ArrayList<>();
      long exposure = 0;
      for (Exposure.Balance balance : curve.balances()) {
        String x = String.format(Locale.ROOT, "%.1f", axis.share(balance.time()) * WIDTH / 100);
        path.append(" H").append(x);
        exposure = balance.exposure();
        path.append(" V").append(y(exposure, most));
        changes.add(
            Print.day(problem, balance.time())
                + ": given "
                + balance.given()
                + ", received "
                + balance.received()
                + (exposure == 0 ? ", not exposed" : ", exposed by " + exposure));
      }
      path.append(" H").append(WIDTH);
      lines.add(
          new Line(
              Say.party(open.view(), curve.party()),
              lines.size() % COLOURS,
              path.toString(),
              y(exposure, most),
              curve.largest(),
              changes));
    }
    return new ExposureChart(most, lines);
  }

  private static String y(long exposure, long most) {
    return String.format(
        Locale.ROOT, "%.1f", HEIGHT - TOP - (double) (HEIGHT - 2 * TOP) * exposure / most);
  }
}
