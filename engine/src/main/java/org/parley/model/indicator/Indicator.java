package org.parley.model.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;
import org.parley.model.source.SourceId;
import org.parley.model.text.Amount;

/// A series of measurements beside the talks: a price, a count of refugees, support by donor.
///
/// @param id its id
/// @param title its name
/// @param topic the question it is read for
/// @param unit the unit of its values: `USD per barrel`
/// @param delayDays how many days after the end of its period a value is published; default: 0
/// @param source its sources
/// @param origin the file it was read from; null if it was entered by hand
/// @param tripwires the values whose crossing is to be looked at
/// @param values its values
public record Indicator(
    IndicatorId id,
    LocalizedText title,
    Topic topic,
    String unit,
    @Nullable Integer delayDays,
    List<SourceId> source,
    @Nullable SeriesOrigin origin,
    List<Tripwire> tripwires,
    Series values,
    Visibility visibility)
    implements CaseRecord {

  /// The question a series is read for.
  public enum Topic {
    /// Prices and flows of energy.
    ENERGY,
    /// Prices and flows of food.
    FOOD,
    /// Support given, by donor.
    SUPPORT,
    /// Gross domestic product, by country.
    GDP,
    /// Refugees and displaced persons.
    DISPLACEMENT,
    /// Anything else.
    OTHER
  }

  /// The file a series was read from.
  ///
  /// @param file its name
  /// @param edition its version or day of download
  /// @param sha256 the digest of its bytes, in hexadecimal
  /// @param rows how many rows it has
  /// @param licence its licence, or "none stated"
  public record SeriesOrigin(
      String file, String edition, String sha256, int rows, String licence) {}

  /// The direction of a crossing.
  public enum CrossingDirection {
    /// From below to the value or above.
    UPWARD,
    /// From above to the value or below.
    DOWNWARD
  }

  /// A value whose crossing is to be looked at.
  public record Tripwire(CrossingDirection direction, Amount value) {}

  public Indicator {
    source = List.copyOf(source);
    tripwires = List.copyOf(tripwires);
  }

  /// The day from which a value is known: the last day it is about, and the delay.
  public LocalDate publishedOn(Observation value) {
    Integer delay = delayDays;
    return value.lastDay().plusDays(delay == null ? 0 : delay);
  }

  @Override
  public Indicator withNames(UnaryOperator<LocalizedText> names) {
    return new Indicator(
        id,
        names.apply(title),
        topic,
        unit,
        delayDays,
        source,
        origin,
        tripwires,
        values,
        visibility);
  }
}
