package org.parley.exchange.incidents.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The place of an occurrence, with its precision.
///
/// @param code the code of the place, with parts joined by `-`, the wider first (`UA-14`)
/// @param name its name, as written
/// @param latitude degrees north, WGS 84
/// @param longitude degrees east, WGS 84
/// @param precision the precision of the coordinates
public record Site(
    @Nullable String code,
    @Nullable String name,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    Precision precision) {

  /// How precisely a place is known.
  public enum Precision {
    /// The very spot.
    POINT,
    /// Near the spot, within some 25 km.
    NEAR,
    /// Somewhere in a district.
    DISTRICT,
    /// Somewhere in a province.
    PROVINCE,
    /// Along a line or in an area without a name of its own.
    AREA,
    /// Somewhere in a country.
    COUNTRY,
    /// Outside every country.
    INTERNATIONAL,
    /// The source does not say.
    UNSTATED
  }

  private static final BigDecimal POLE = BigDecimal.valueOf(90);
  private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);
  private static final double EARTH_METRES = 6_371_000;

  public Site {
    if ((latitude == null) != (longitude == null)) {
      throw new UnusableRecordException(LogRecordFault.Plain.ONE_COORDINATE);
    }
    if (latitude != null && latitude.abs().compareTo(POLE) > 0) {
      throw new UnusableRecordException(
          LogRecordFault.Plain.LATITUDE_OUT_OF_RANGE, latitude.toString());
    }
    if (longitude != null && longitude.abs().compareTo(DATE_LINE) > 0) {
      throw new UnusableRecordException(
          LogRecordFault.Plain.LONGITUDE_OUT_OF_RANGE, longitude.toString());
    }
  }

  /// The great-circle distance in metres; -1 if one has no coordinates.
  public long metresTo(Site other) {
    if (latitude == null || longitude == null) {
      return -1;
    }
    if (other.latitude == null || other.longitude == null) {
      return -1;
    }
    double here = Math.toRadians(latitude.doubleValue());
    double there = Math.toRadians(other.latitude.doubleValue());
    double east = Math.toRadians(other.longitude.subtract(longitude).doubleValue());
    double half =
        Math.pow(Math.sin((there - here) / 2), 2)
            + Math.cos(here) * Math.cos(there) * Math.pow(Math.sin(east / 2), 2);
    return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half))));
  }
}
