package org.parley.bargain.elicit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.worth.WorthRange;
import org.parley.exact.Rational;

/// The vertices of a polytope of worths by trial: every choice of as many tight constraints as
/// there are variables, solved by elimination.
@NullMarked
final class Vertices {

  private Vertices() {}

  /// A constraint: the sum is at least the bound.
  private record Row(List<Rational> factors, Rational bound) {}

  static List<List<Rational>> of(List<List<WorthRange>> ranges, List<WorthInequality> all) {
    List<Row> rows = rows(ranges, all);
    int size = rows.getFirst().factors().size();
    List<List<Rational>> found = new ArrayList<>();
    choose(rows, size, 0, new ArrayList<>(), found);
    return found.stream().distinct().toList();
  }

  static boolean fits(
      List<List<WorthRange>> ranges, List<WorthInequality> all, List<Rational> worths) {
    return isFeasible(rows(ranges, all), worths);
  }

  private static List<Row> rows(List<List<WorthRange>> ranges, List<WorthInequality> all) {
    List<Row> rows = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    int size = 0;
    for (List<WorthRange> row : ranges) {
      offsets.add(size);
      size += row.size();
    }
    int at = 0;
    for (List<WorthRange> row : ranges) {
      for (WorthRange range : row) {
        rows.add(new Row(unit(size, at, 1), Rational.of(range.low())));
        rows.add(new Row(unit(size, at, -1), Rational.of(-range.high())));
        at++;
      }
    }
    for (WorthInequality each : all) {
      List<Rational> factors = unit(size, 0, 0);
      each.coefficients()
          .forEach(
              (choice, factor) ->
                  factors.set(offsets.get(choice.point()) + choice.option(), Rational.of(factor)));
      rows.add(new Row(factors, Rational.ZERO));
    }
    return rows;
  }

  private static List<Rational> unit(int size, int at, int factor) {
    List<Rational> factors = new ArrayList<>();
    for (int each = 0; each < size; each++) {
      factors.add(Rational.of(each == at ? factor : 0));
    }
    return factors;
  }

  private static void choose(
      List<Row> rows, int left, int from, List<Row> chosen, List<List<Rational>> found) {
    if (left == 0) {
      List<Rational> solved = solve(chosen);
      if (solved != null && isFeasible(rows, solved)) {
        found.add(solved);
      }
      return;
    }
    for (int at = from; at <= rows.size() - left; at++) {
      chosen.add(rows.get(at));
      choose(rows, left - 1, at + 1, chosen, found);
      chosen.removeLast();
    }
  }

  private static boolean isFeasible(List<Row> rows, List<Rational> worths) {
    for (Row row : rows) {
      Rational sum = Rational.ZERO;
      for (int at = 0; at < worths.size(); at++) {
        sum = sum.plus(row.factors().get(at).times(worths.get(at)));
      }
      if (sum.compareTo(row.bound()) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Gauss and Jordan; null if the constraints are dependent.
  private static @Nullable List<Rational> solve(List<Row> chosen) {
    int size = chosen.size();
    List<List<Rational>> matrix = new ArrayList<>();
    for (Row row : chosen) {
      List<Rational> line = new ArrayList<>(row.factors());
      line.add(row.bound());
      matrix.add(line);
    }
    for (int column = 0; column < size; column++) {
      int pivot = column;
      while (pivot < size && matrix.get(pivot).get(column).signum() == 0) {
        pivot++;
      }
      if (pivot == size) {
        return null;
      }
      List<Rational> line = matrix.remove(pivot);
      matrix.add(column, line);
      Rational factor = line.get(column);
      line.replaceAll(each -> each.dividedBy(factor));
      for (int other = 0; other < size; other++) {
        Rational times = matrix.get(other).get(column);
        if (other != column && times.signum() != 0) {
          List<Rational> reduced = matrix.get(other);
          for (int at = 0; at <= size; at++) {
            reduced.set(at, reduced.get(at).minus(times.times(line.get(at))));
          }
        }
      }
    }
    return matrix.stream().map(List::getLast).toList();
  }
}
