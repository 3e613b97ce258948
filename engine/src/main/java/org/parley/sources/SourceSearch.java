package org.parley.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exact.Meter;
import org.parley.exact.StoppedBy;
import org.parley.model.cases.CaseView;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;

/// Searches for the smallest set of sources whose falsity changes an answer.
///
/// A hitting-set tree (Reiter, "A theory of diagnosis from first principles", 1987), by uniform
/// cost. Its root is no false source. A set that changes nothing is extended by each way to change
/// one more record that the answer may depend on. A set that changes the answer contains such a way
/// beyond each of its subsets that do not. So the first set found is a smallest one. An answer need
/// not be monotone.
///
/// A step is one set. Cost: one answer for each set of false sources tried, at most 2^n for n
/// sources; the sets waiting are held in memory.
public final class SourceSearch<A> {

  private final SourceDependence dependence;
  private final Function<CaseView, ? extends Collection<String>> explaining;
  private final Function<CaseView, A> answer;
  private final Budget budget;
  private final Meter meter;
  private final A before;

  /// The sources in the order of the view.
  private final List<SourceId> order;

  private final Map<SourceId, Integer> places = new HashMap<>();
  private final PriorityQueue<List<SourceId>> waiting;
  private final Set<List<SourceId>> met = new HashSet<>();

  private SourceSearch(
      SourceDependence dependence,
      Function<CaseView, ? extends Collection<String>> explaining,
      Function<CaseView, A> answer,
      Budget budget) {
    this.dependence = dependence;
    this.explaining = explaining;
    this.answer = answer;
    this.budget = budget;
    meter = new Meter(budget);
    before = answer.apply(dependence.view());
    order = dependence.view().sources().stream().map(Source::id).toList();
    order.forEach(each -> places.putIfAbsent(each, places.size()));
    waiting =
        new PriorityQueue<>(
            Comparator.<List<SourceId>>comparingInt(List::size)
                .thenComparing(this::compareByOrder));
  }

  /// Searches for the smallest set.
  ///
  /// [Finding.Proved]: a smallest set. [Finding.Exhausted] with an empty set: no sources change the
  /// answer. [Finding.Bounded]: every smaller size than the bound was excluded. The set is minimal
  /// by inclusion, or empty.
  ///
  /// @param explaining the ids of claims, acts, instruments and steps that may decide the answer of
  ///   a view
  /// @param answer a pure function with an answer that has `equals`
  public static <A> Finding<WeakestSources<A>> of(
      SourceDependence dependence,
      Function<CaseView, ? extends Collection<String>> explaining,
      Function<CaseView, A> answer,
      Budget budget) {
    return new SourceSearch<>(dependence, explaining, answer, budget).find();
  }

  private int place(SourceId source) {
    return places.getOrDefault(source, -1);
  }

  private int compareByOrder(List<SourceId> one, List<SourceId> other) {
    for (int i = 0; i < one.size(); i++) {
      int by = Integer.compare(place(one.get(i)), place(other.get(i)));
      if (by != 0) {
        return by;
      }
    }
    return 0;
  }

  Finding<WeakestSources<A>> find() {
    extend(List.of(), dependence.view());
    while (!waiting.isEmpty()) {
      List<SourceId> chosen = waiting.remove();
      if (meter.spend(1) || meter.look()) {
        return new Finding.Bounded<>(
            some(meter.stoppedBy()), new SourceBound(chosen.size()), meter.stoppedBy());
      }
      CaseView without = dependence.without(chosen);
      A after = answer.apply(without);
      if (!after.equals(before)) {
        WeakestSources<A> weakest = new WeakestSources<>(chosen, after);
        return new Finding.Proved<>(weakest, new WeakestSources.Smallest(weakest));
      }
      extend(chosen, without);
    }
    return new Finding.Exhausted<>(new WeakestSources<>(List.of(), null));
  }

  private void extend(List<SourceId> chosen, CaseView without) {
    for (String id : explaining.apply(without)) {
      for (Set<SourceId> way : dependence.waysToChange(id)) {
        Set<SourceId> wider = new LinkedHashSet<>(chosen);
        if (wider.addAll(way)) {
          List<SourceId> sorted =
              wider.stream().sorted(Comparator.comparingInt(this::place)).toList();
          if (met.add(sorted)) {
            waiting.add(sorted);
          }
        }
      }
    }
  }

  /// A set of which no single source can be left out, from all sources. Empty if all together
  /// change nothing, if there are more sources than steps, and once the search was told to stop.
  private WeakestSources<A> some(StoppedBy why) {
    if (why == StoppedBy.SIGNAL || order.size() > budget.steps()) {
      return new WeakestSources<>(List.of(), null);
    }
    WeakestSources<A> smallest = tried(order);
    for (SourceId each : smallest.sources()) {
      List<SourceId> fewer = new ArrayList<>(smallest.sources());
      fewer.remove(each);
      WeakestSources<A> without = tried(fewer);
      smallest = without.isFound() ? without : smallest;
    }
    return smallest;
  }

  private WeakestSources<A> tried(List<SourceId> chosen) {
    A after = answer.apply(dependence.without(chosen));
    return after.equals(before)
        ? new WeakestSources<>(List.of(), null)
        : new WeakestSources<>(chosen, after);
  }
}
