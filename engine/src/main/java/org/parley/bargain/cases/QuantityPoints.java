package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.parley.bargain.InvalidProblem;
import org.parley.bargain.InvalidProblemException;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.party.Party;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;

/// Turns quantities into points with options: one for each band of values that nobody tells apart.
///
/// Values of a band have the same worth to every party, and are refused by the same ones. So no
/// answer about worths, conflicts or trades depends on which of them is chosen. Cost: the bands
/// times the parties.
final class QuantityPoints {

  private final List<Party> parties;
  private final CasePackages packages;
  private final List<Point> points;
  private final Map<PointId, ValueBands> bands = new HashMap<>();

  /// @param parties those whose positions count
  QuantityPoints(List<Party> parties, CasePackages packages, List<Point> points) {
    this.parties = parties;
    this.packages = packages;
    this.points = points;
  }

  /// The bands of each quantity.
  Map<PointId, ValueBands> bands() {
    return bands;
  }

  /// The points with options in place of quantities.
  ///
  /// @throws InvalidProblemException if a quantity has more than [PackageProblem#MOST_BANDS] bands
  List<Point> points() {
    if (points.stream().allMatch(point -> point.quantity() == null)) {
      return points;
    }
    List<StakeReader> readers =
        parties.stream()
            .map(party -> new StakeReader(party, points, packages, new ArrayList<>()))
            .toList();
    List<Point> all = new ArrayList<>();
    List<InvalidProblem> complaints = new ArrayList<>();
    for (int index = 0; index < points.size(); index++) {
      Point point = points.get(index);
      Quantity quantity = point.quantity();
      if (quantity == null) {
        all.add(point);
        continue;
      }
      SortedSet<Long> starts = new TreeSet<>();
      starts.add(0L);
      for (StakeReader reader : readers) {
        starts.addAll(reader.cuts(index, PackageProblem.MOST_BANDS));
      }
      if (starts.size() > PackageProblem.MOST_BANDS) {
        complaints.add(new InvalidProblem.TooManyBands(point.number(), PackageProblem.MOST_BANDS));
      } else {
        ValueBands found = new ValueBands(quantity, List.copyOf(starts));
        bands.put(point.id(), found);
        all.add(point.withOptions(options(index, point, found)));
      }
    }
    if (!complaints.isEmpty()) {
      throw new InvalidProblemException(complaints);
    }
    return List.copyOf(all);
  }

  private static List<Option> options(int index, Point point, ValueBands bands) {
    List<Option> options = new ArrayList<>();
    for (int band = 0; band < bands.size(); band++) {
      options.add(
          new Option(
              idOf(index, point.id(), bands, band),
              LocalizedText.of(title(bands, band)),
              null,
              List.of(),
              List.of(),
              new Visibility.Public()));
    }
    return options;
  }

  /// The name of a band: the point and its least value, so that it stays when others change.
  static OptionId idOf(int index, PointId point, ValueBands bands, int band) {
    String name = point + "." + bands.least(band);
    return new OptionId(
        OptionId.SYNTAX.matcher(name).matches() ? name : index + "." + bands.least(band));
  }

  /// A band in figures alone, for those who have no words.
  static String title(ValueBands bands, int band) {
    String least = bands.least(band).said();
    String most = bands.most(band).said();
    return least.equals(most) ? least : least + "/" + most;
  }
}
