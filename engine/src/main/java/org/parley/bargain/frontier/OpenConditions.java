package org.parley.bargain.frontier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.bargain.graph.Condition;
import org.parley.bargain.graph.Layers;

/// By state of a layered graph, the linkages that are open: begun, unfinished, and holding so far.
///
/// Paths that end in one state agree in them, so the first path tells. Cost: conditions times steps
/// of the graph.
final class OpenConditions {

  private final Layers layers;
  private final List<Condition> conditions;
  private final int[] positionOf;

  OpenConditions(BudgetForm form, Layers layers) {
    this.layers = layers;
    conditions =
        Condition.of(form.problem(), form.parties()).stream().filter(this::isTied).toList();
    positionOf = new int[layers.size()];
    for (int at = 0; at < positionOf.length; at++) {
      positionOf[layers.layers.get(at).point()] = at;
    }
  }

  private boolean isTied(Condition each) {
    return each.terms().size() > 1
        && (each.forbids() || IntStream.of(layers.signers).anyMatch(at -> at == each.party()));
  }

  /// The sources of the open conditions, by layer before which they are open and by state.
  List<List<List<Integer>>> all() {
    List<List<List<Integer>>> all = new ArrayList<>();
    all.add(List.of(List.of()));
    for (int at = 0; at < layers.size(); at++) {
      List<List<Integer>> before = all.getLast();
      Layers.Layer layer = layers.layers.get(at);
      List<List<Integer>> after = new ArrayList<>();
      int[] into = new int[layers.states[at + 1]];
      for (int step = layer.steps() - 1; step >= 0; step--) {
        into[layer.to()[step]] = step;
      }
      for (int step : into) {
        after.add(open(before.get(layer.from()[step]), at, layer.option()[step]));
      }
      all.add(after);
    }
    return all;
  }

  private List<Integer> open(List<Integer> before, int at, int option) {
    int point = layers.layers.get(at).point();
    return conditions.stream()
        .filter(each -> each.lastPoint(positionOf) > at)
        .filter(
            each ->
                isBegun(each, at)
                    ? before.contains(each.source()) && each.allows(point, option)
                    : each.terms().containsKey(point) && each.allows(point, option))
        .map(Condition::source)
        .toList();
  }

  private boolean isBegun(Condition each, int at) {
    return each.terms().keySet().stream().anyMatch(point -> positionOf[point] < at);
  }
}
