package org.parley.bargain.elicit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.bargain.Choice;

/// A linear inequality on the worths of options: their sum by coefficients is at least 0.
///
/// @param coefficients by option; others count nothing
public record WorthInequality(SortedMap<Choice, Integer> coefficients) {

  public WorthInequality {
    coefficients = Collections.unmodifiableSortedMap(new TreeMap<>(coefficients));
  }

  /// One option is worth at least as much as another.
  public static WorthInequality order(Choice better, Choice worse) {
    SortedMap<Choice, Integer> coefficients = new TreeMap<>();
    coefficients.merge(better, 1, Integer::sum);
    coefficients.merge(worse, -1, Integer::sum);
    return new WorthInequality(coefficients);
  }

  /// One package is worth at least as much as another.
  ///
  /// @param better by point, its option
  public static WorthInequality order(List<Integer> better, List<Integer> worse) {
    SortedMap<Choice, Integer> coefficients = new TreeMap<>();
    for (int point = 0; point < better.size(); point++) {
      if (!better.get(point).equals(worse.get(point))) {
        coefficients.put(new Choice(point, better.get(point)), 1);
        coefficients.put(new Choice(point, worse.get(point)), -1);
      }
    }
    return new WorthInequality(coefficients);
  }
}
