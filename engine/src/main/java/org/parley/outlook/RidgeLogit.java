package org.parley.outlook;

/// Logistic regression with a ridge penalty (Hoerl and Kennard 1970; le Cessie and van Houwelingen
/// 1992).
///
/// Features are standardised by the rows that it is fitted to; the intercept is not penalised. The
/// fit is by Newton steps, each solved by Cholesky decomposition. It decides nothing by itself: its
/// forecasts are scored. Cost: steps times rows times features squared.
final class RidgeLogit {

  private static final int MOST_STEPS = 50;
  private static final double SMALL_STEP = 1e-10;

  private final double[] means;
  private final double[] spreads;
  private final double[] weights;

  private RidgeLogit(double[] means, double[] spreads, double[] weights) {
    this.means = means;
    this.spreads = spreads;
    this.weights = weights;
  }

  /// Fits rows, at least one.
  ///
  /// @param rows the features of each row
  /// @param happened whether it happened, for each row
  /// @param penalty of the squared weights of standardised features, above 0
  static RidgeLogit fit(double[][] rows, boolean[] happened, double penalty) {
    int features = rows[0].length;
    double[] means = new double[features];
    double[] spreads = new double[features];
    for (int j = 0; j < features; j++) {
      double sum = 0;
      for (double[] row : rows) {
        sum += row[j];
      }
      means[j] = sum / rows.length;
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[j] - means[j]) * (row[j] - means[j]);
      }
      spreads[j] = squares == 0 ? 1 : Math.sqrt(squares / rows.length);
    }
    RidgeLogit model = new RidgeLogit(means, spreads, new double[features + 1]);
    double[][] standard = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      standard[i] = model.standard(rows[i]);
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      if (model.improve(standard, happened, penalty) < SMALL_STEP) {
        break;
      }
    }
    return model;
  }

  /// The chance of a row.
  double chance(double[] row) {
    return chanceOf(standard(row));
  }

  private double[] standard(double[] row) {
    double[] standard = new double[row.length + 1];
    standard[0] = 1;
    for (int j = 0; j < row.length; j++) {
      standard[j + 1] = (row[j] - means[j]) / spreads[j];
    }
    return standard;
  }

  private double chanceOf(double[] standard) {
    double sum = 0;
    for (int j = 0; j < standard.length; j++) {
      sum += weights[j] * standard[j];
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }

  /// Takes a Newton step; returns its largest change of a weight.
  private double improve(double[][] rows, boolean[] happened, double penalty) {
    int size = weights.length;
    double[][] curvature = new double[size][size];
    double[] slope = new double[size];
    for (int i = 0; i < rows.length; i++) {
      double chance = chanceOf(rows[i]);
      double off = (happened[i] ? 1 : 0) - chance;
      double weight = chance * (1 - chance);
      for (int j = 0; j < size; j++) {
        slope[j] += off * rows[i][j];
        for (int k = 0; k <= j; k++) {
          curvature[j][k] += weight * rows[i][j] * rows[i][k];
        }
      }
    }
    for (int j = 1; j < size; j++) {
      curvature[j][j] += penalty;
      slope[j] -= penalty * weights[j];
    }
    // keeps the intercept finite where all happened
    curvature[0][0] += 1e-9;
    double[] change = solve(curvature, slope);
    double largest = 0;
    for (int j = 0; j < size; j++) {
      weights[j] += change[j];
      largest = Math.max(largest, Math.abs(change[j]));
    }
    return largest;
  }

  /// Solves a symmetric, positive definite system, of which the lower half is given and
  /// overwritten.
  private static double[] solve(double[][] lower, double[] right) {
    int size = right.length;
    for (int j = 0; j < size; j++) {
      for (int k = 0; k <= j; k++) {
        double sum = lower[j][k];
        for (int m = 0; m < k; m++) {
          sum -= lower[j][m] * lower[k][m];
        }
        lower[j][k] = j == k ? Math.sqrt(sum) : sum / lower[k][k];
      }
    }
    double[] solved = right.clone();
    for (int j = 0; j < size; j++) {
      for (int m = 0; m < j; m++) {
        solved[j] -= lower[j][m] * solved[m];
      }
      solved[j] /= lower[j][j];
    }
    for (int j = size - 1; j >= 0; j--) {
      for (int m = j + 1; m < size; m++) {
        solved[j] -= lower[m][j] * solved[m];
      }
      solved[j] /= lower[j][j];
    }
    return solved;
  }
}
