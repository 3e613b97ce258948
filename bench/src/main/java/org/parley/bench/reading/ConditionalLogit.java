package org.parley.bench.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

/// Fits a conditional logit (McFadden 1974) with an L2 penalty, by L-BFGS: the right candidates of
/// each choice become likely. Deterministic: nothing is drawn.
final class ConditionalLogit implements Function {

  /// A candidate of a choice.
  record Candidate(Set<String> features, boolean isRight) {}

  /// Candidates of which at least one is right.
  record Choice(List<Candidate> candidates) {}

  private static final int ITERATIONS = 150;
  private static final int CORRECTIONS = 15;
  private static final int EVALUATIONS = 30_000;
  private static final double LEAST_WORTH = 1e-300;

  private final Map<String, Integer> columns = new TreeMap<>();
  private final int[][][] rows;
  private final boolean[][] right;
  private final double penalty;

  private ConditionalLogit(List<Choice> choices, int least, double penalty) {
    this.penalty = penalty;
    number(choices, least);
    rows = choices.stream().map(this::rows).toArray(int[][][]::new);
    right = new boolean[choices.size()][];
    for (int i = 0; i < right.length; i++) {
      List<Candidate> candidates = choices.get(i).candidates();
      right[i] = new boolean[candidates.size()];
      for (int j = 0; j < right[i].length; j++) {
        right[i][j] = candidates.get(j).isRight();
      }
    }
  }

  /// The weights of the features that occur with at least so many candidates.
  static Map<String, Double> fit(List<Choice> choices, int least, double penalty) {
    ConditionalLogit logit = new ConditionalLogit(choices, least, penalty);
    double[] weights = new QNMinimizer(0, 0, ITERATIONS, CORRECTIONS, EVALUATIONS).minimize(logit);
    Map<String, Double> found = new TreeMap<>();
    logit.columns.forEach((feature, column) -> found.put(feature, weights[column]));
    return found;
  }

  private void number(List<Choice> choices, int least) {
    Map<String, Integer> counts = new HashMap<>();
    for (Choice choice : choices) {
      for (Candidate each : choice.candidates()) {
        each.features().forEach(feature -> counts.merge(feature, 1, Integer::sum));
      }
    }
    counts.values().removeIf(count -> count < least);
    for (String each : new TreeSet<>(counts.keySet())) {
      columns.put(each, columns.size());
    }
  }

  private int[][] rows(Choice choice) {
    return choice.candidates().stream()
        .map(
            each ->
                each.features().stream()
                    .filter(columns::containsKey)
                    .mapToInt(columns::get)
                    .sorted()
                    .toArray())
        .toArray(int[][]::new);
  }

  @Override
  public int getDimension() {
    return columns.size();
  }

  @Override
  public double valueAt(double[] weights) {
    double value = penalty / 2 * Arrays.stream(weights).map(each -> each * each).sum();
    for (int i = 0; i < rows.length; i++) {
      double[] worth = worth(i, weights);
      value += Math.log(Arrays.stream(worth).sum()) - Math.log(sumOfRight(i, worth));
    }
    return value;
  }

  @Override
  public double[] gradientAt(double[] weights) {
    double[] gradient = Arrays.stream(weights).map(each -> penalty * each).toArray();
    for (int i = 0; i < rows.length; i++) {
      double[] worth = worth(i, weights);
      double all = Arrays.stream(worth).sum();
      double good = sumOfRight(i, worth);
      for (int j = 0; j < worth.length; j++) {
        double by = worth[j] / all - (right[i][j] ? worth[j] / good : 0);
        for (int column : rows[i][j]) {
          gradient[column] += by;
        }
      }
    }
    return gradient;
  }

  /// The worth of the score of each candidate, the greatest scaled to one.
  private double[] worth(int choice, double[] weights) {
    double[] scores =
        Arrays.stream(rows[choice])
            .mapToDouble(row -> Arrays.stream(row).mapToDouble(column -> weights[column]).sum())
            .toArray();
    double most = Arrays.stream(scores).max().orElse(0);
    return Arrays.stream(scores)
        .map(each -> Math.max(Math.exp(each - most), LEAST_WORTH))
        .toArray();
  }

  private double sumOfRight(int choice, double[] worth) {
    double sum = 0;
    for (int i = 0; i < worth.length; i++) {
      sum += right[choice][i] ? worth[i] : 0;
    }
    return sum;
  }
}
