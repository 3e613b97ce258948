package org.parley.bargain.solve;

import java.util.Arrays;
import org.parley.bargain.graph.Layers;

/// Lagrange multipliers of the signers' worths, with the largest weighted sum from every state to
/// the end.
///
/// By Lagrangian duality no continuation of a state has a larger weighted sum. A state below the
/// goal's requirement is pruned.
final class LagrangeWeights {

  final long scale;
  final long[] weights;

  /// Scale times the base of the goal plus the multipliers: the factors of worths.
  final long[] factors;

  final double[] state;
  final double size;
  private final Layers layers;
  private final long[][] best;
  private long threshold;

  LagrangeWeights(Layers layers, Goal goal, double[] state, long largest) {
    this.layers = layers;
    this.state = state.clone();
    double[] wanted = goal.weights(state);
    long[] base = goal.base();
    boolean hasBase = false;
    double top = 0;
    for (int signer = 0; signer < wanted.length; signer++) {
      hasBase |= base[signer] != 0;
      top = Math.max(top, wanted[signer] + Math.abs((double) base[signer]));
    }
    double stretch = top == 0 ? 0 : (double) largest / top;
    scale = hasBase ? Math.max(1, (long) stretch) : 0;
    weights = new long[wanted.length];
    factors = new long[wanted.length];
    double sum = 0;
    for (int signer = 0; signer < wanted.length; signer++) {
      weights[signer] = (long) (wanted[signer] * stretch);
      factors[signer] = scale * base[signer] + weights[signer];
      sum += Math.abs((double) factors[signer]);
    }
    size = Math.max(1, sum);
    best = new long[layers.size() + 1][];
  }

  /// Computes the sums from every state backwards.
  void complete() {
    best[layers.size()] = new long[layers.states[layers.size()]];
    for (int at = layers.size() - 1; at >= 0; at--) {
      Layers.Layer layer = layers.layers.get(at);
      best[at] = new long[layers.states[at]];
      Arrays.fill(best[at], Long.MIN_VALUE);
      for (int step = 0; step < layer.steps(); step++) {
        int from = layer.from()[step];
        best[at][from] = Math.max(best[at][from], after(at, step));
      }
    }
  }

  /// The largest weighted sum from a step on, itself included.
  long after(int at, int step) {
    Layers.Layer layer = layers.layers.get(at);
    return sum(layer.worth()[step]) + best[at + 1][layer.to()[step]];
  }

  long sum(long[] worths) {
    long sum = 0;
    for (int signer = 0; signer < factors.length; signer++) {
      sum += factors[signer] * worths[signer];
    }
    return sum;
  }

  void update(Goal goal) {
    threshold = goal.thresholdOf(scale, weights);
  }

  /// The slack of a prefix: its bound less the requirement; negative if it is pruned.
  long slack(int at, int state, long[] prefix) {
    return sum(prefix) + best[at][state] - threshold;
  }

  /// Takes the best step from each state; adds the worths to `worths`, the options to `options`.
  void follow(int from, int start, long[] worths, int[] options) {
    int state = start;
    for (int at = from; at < layers.size(); at++) {
      Layers.Layer layer = layers.layers.get(at);
      int chosen = layer.first()[state];
      for (int step = chosen + 1; step < layer.first()[state + 1]; step++) {
        chosen = after(at, step) > after(at, chosen) ? step : chosen;
      }
      for (int signer = 0; signer < worths.length; signer++) {
        worths[signer] += layer.worth()[chosen][signer];
      }
      options[at] = layer.option()[chosen];
      state = layer.to()[chosen];
    }
  }

  /// The same without linkages, from one layer on and without [#complete]; returns the slack.
  long followFree(int from, long[] worths, int[] options) {
    for (int at = from; at < layers.size(); at++) {
      Layers.Layer layer = layers.layers.get(at);
      long most = Long.MIN_VALUE;
      int chosen = 0;
      for (int step = 0; step < layer.steps(); step++) {
        long each = sum(layer.worth()[step]);
        if (each > most) {
          most = each;
          chosen = step;
        }
      }
      for (int signer = 0; signer < worths.length; signer++) {
        worths[signer] += layer.worth()[chosen][signer];
      }
      options[at] = layer.option()[chosen];
    }
    return sum(worths) - threshold;
  }
}
