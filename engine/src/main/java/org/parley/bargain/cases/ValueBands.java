package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.parley.model.InvalidValueException;
import org.parley.model.text.Amount;
import org.parley.model.text.Quantity;

/// The values of a quantity, in bands of neighbours that nobody tells apart.
///
/// @param quantity the quantity
/// @param starts by band, the place of its first value, in order; the first is 0
public record ValueBands(Quantity quantity, List<Long> starts) {

  public ValueBands {
    starts = List.copyOf(starts);
  }

  /// Neighbouring bands, told as one.
  ///
  /// @param first the first band
  /// @param last the last one
  public record BandRange(int first, int last) {}

  /// The bands in runs of neighbours that have something in common, so that a list stays short.
  ///
  /// @param common what bands of a run have in common
  public List<BandRange> runs(IntFunction<?> common) {
    List<BandRange> runs = new ArrayList<>();
    int first = 0;
    for (int band = 1; band <= size(); band++) {
      if (band == size() || !common.apply(band).equals(common.apply(first))) {
        runs.add(new BandRange(first, band - 1));
        first = band;
      }
    }
    return List.copyOf(runs);
  }

  /// The number of bands.
  public int size() {
    return starts.size();
  }

  /// The least value of a band.
  public Amount least(int band) {
    return quantity.at(starts.get(band));
  }

  /// The largest value of a band.
  public Amount most(int band) {
    return band + 1 < starts.size() ? quantity.at(starts.get(band + 1) - 1) : quantity.most();
  }

  /// The band of one of the values of the quantity.
  public int bandOf(Amount value) {
    return bandAt(quantity.indexOf(value));
  }

  /// The band of a value as written; -1 if it is none of the quantity.
  public int find(String value) {
    try {
      Amount amount = new Amount(value);
      return quantity.has(amount) ? bandOf(amount) : -1;
    } catch (InvalidValueException e) {
      return -1;
    }
  }

  /// The band of the value at a place.
  int bandAt(long index) {
    int found = Collections.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }
}
