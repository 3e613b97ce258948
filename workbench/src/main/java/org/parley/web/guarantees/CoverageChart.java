package org.parley.web.guarantees;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.guarantees.coverage.Coverage;
import org.parley.guarantees.coverage.Coverage.Strip;
import org.parley.model.guarantee.CoverageQuestion;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.wording.GuaranteeWording;

/// A chart of coverage: a row for each threat, strips over time.
///
/// Holes may be short compared with decades, so the axis is not to scale. The width of an interval
/// between two changes is the square root of its length, with a minimum.
///
/// @param width the width of the drawing
/// @param height the height
/// @param rows the rows, from above
/// @param ticks the moments of change
public record CoverageChart(int width, int height, List<Row> rows, List<Tick> ticks) {

  private static final int WIDTH = 1000;
  private static final int LEAST = 90;
  private static final int TOP = 40;
  private static final int ROW = 66;
  private static final int TICK_GAP = 96;

  /// One threat.
  ///
  /// @param y the top of its strips
  public record Row(String threat, int y, List<Bar> bars) {}

  /// A strip.
  ///
  /// @param anchor the anchor of its explanation
  /// @param isDiscretion whether it is one at which those who owe decide whether to answer
  /// @param label a short label: "nothing", "2 duties"
  /// @param words its full text
  public record Bar(
      int x,
      int width,
      boolean isHole,
      boolean isDiscretion,
      String anchor,
      String label,
      String words) {

    /// Its class in style sheets, by grade.
    public String style() {
      return isDiscretion ? "is-discretion" : isHole ? "is-hole" : "is-held";
    }
  }

  /// A moment of change.
  ///
  /// @param isEnd whether its label is left of it
  public record Tick(int x, String label, boolean isEnd) {}

  static CoverageChart of(GuaranteeWording words, CoverageQuestion question, Coverage coverage) {
    TreeSet<Long> edges = new TreeSet<>();
    for (int threat = 0; threat < question.threats().size(); threat++) {
      for (Run each : runs(coverage, threat)) {
        edges.add(each.from());
        edges.add(each.until());
      }
    }
    List<Long> moments = List.copyOf(edges);
    List<Double> weights = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i + 1 < moments.size(); i++) {
      double weight = Math.sqrt((double) moments.get(i + 1) - moments.get(i));
      weights.add(weight);
      sum += weight;
    }
    int free = Math.max(0, WIDTH - LEAST * weights.size());
    List<Integer> xs = new ArrayList<>(List.of(0));
    double x = 0;
    for (double weight : weights) {
      x += Math.min(LEAST, (double) WIDTH / weights.size()) + free * weight / sum;
      xs.add((int) Math.round(x));
    }
    List<Tick> ticks = new ArrayList<>();
    int free0 = Integer.MIN_VALUE;
    for (int i = 0; i < moments.size(); i++) {
      boolean isEnd = i == moments.size() - 1;
      if (isEnd || (xs.get(i) - free0 >= 0 && WIDTH - xs.get(i) >= 2 * TICK_GAP) || i == 0) {
        ticks.add(new Tick(xs.get(i), words.moments().shortDay(moments.get(i)), isEnd));
        free0 = xs.get(i) + TICK_GAP;
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int threat = 0; threat < question.threats().size(); threat++) {
      rows.add(row(words, question, coverage, threat, moments, xs));
    }
    return new CoverageChart(WIDTH, TOP + ROW * rows.size() + 4, rows, ticks);
  }

  private static Row row(
      GuaranteeWording words,
      CoverageQuestion question,
      Coverage coverage,
      int threat,
      List<Long> moments,
      List<Integer> xs) {
    List<Bar> bars = new ArrayList<>();
    for (Run run : runs(coverage, threat)) {
      int from = xs.get(moments.indexOf(run.from()));
      int until = xs.get(moments.indexOf(run.until()));
      boolean isHole = run.promises().isEmpty();
      String label =
          isHole
              ? words
                  .messages()
                  .text(run.isDiscretion() ? "guarantees.bar.discretion" : "guarantees.bar.hole")
              : words.count("promises", run.promises().size());
      bars.add(
          new Bar(
              from,
              until - from - 2,
              isHole,
              isHole && run.isDiscretion(),
              anchor(question, threat, run.first()),
              label,
              words
                  .messages()
                  .text(
                      "guarantees.bar",
                      "stretch",
                      words.moments().stretch(run.from(), run.until()),
                      "hole",
                      isHole,
                      "grade",
                      words.grade(
                          run.isDiscretion()
                              ? Coverage.Protection.AT_DISCRETION
                              : Coverage.Protection.NOTHING),
                      "promises",
                      label,
                      "count",
                      run.promises().size())));
    }
    return new Row(GuaranteeWording.threat(question, threat), TOP + ROW * threat + 22, bars);
  }

  /// Strips that follow one another in which the same promises answer, or none.
  ///
  /// @param first the number of the first strip among those of the threat
  /// @param isDiscretion whether those who owe decide whether to answer
  private record Run(
      int first, long from, long until, Set<GuaranteeId> promises, boolean isDiscretion) {}

  private static List<Run> runs(Coverage coverage, int threat) {
    List<Run> runs = new ArrayList<>();
    int number = 0;
    for (Strip strip : coverage.strips()) {
      if (strip.threat() != threat) {
        continue;
      }
      Set<GuaranteeId> promises = new TreeSet<>();
      strip.answers().forEach(each -> promises.add(each.guarantee()));
      Run last = runs.isEmpty() ? null : runs.getLast();
      boolean isDiscretion = strip.grade() == Coverage.Protection.AT_DISCRETION;
      if (last != null && last.promises().equals(promises) && last.isDiscretion() == isDiscretion) {
        runs.set(
            runs.size() - 1,
            new Run(last.first(), last.from(), strip.until(), promises, isDiscretion));
      } else {
        runs.add(new Run(number, strip.from(), strip.until(), promises, isDiscretion));
      }
      number++;
    }
    return runs;
  }

  /// The name of the place that explains a strip.
  static String anchor(CoverageQuestion question, int threat, int number) {
    return question.id() + "-" + (threat + 1) + "-" + (number + 1);
  }
}
