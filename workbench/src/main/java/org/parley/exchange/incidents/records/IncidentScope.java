package org.parley.exchange.incidents.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.Site;
import org.parley.model.place.Geometry;

/// Which incidents of a file are taken in.
///
/// @param from the first day; null for any
/// @param to the last day; null for any
/// @param area where they have to lie; null for anywhere
public record IncidentScope(
    @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Geometry area) {

  /// Every incident.
  public static final IncidentScope ALL = new IncidentScope(null, null, null);

  private static final int DECIMALS = 6;

  /// Whether an incident may lie in the days, lies in the area, and is of no kind left out.
  boolean covers(IncidentReport report) {
    return !report.kind().equals(NameMapping.NOTHING) && isInDays(report) && isInArea(report);
  }

  private boolean isInDays(IncidentReport report) {
    return (from == null || report.when().latest() >= start(from))
        && (to == null || report.when().earliest() < start(to.plusDays(1)));
  }

  private static long start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private boolean isInArea(IncidentReport report) {
    if (area == null) {
      return true;
    }
    Geometry.LonLat at = position(report.where());
    return at != null && area.covers(at);
  }

  /// The position of a site, as precise as a record holds it; null if unknown.
  static Geometry.@Nullable LonLat position(@Nullable Site site) {
    if (site == null || site.latitude() == null || site.longitude() == null) {
      return null;
    }
    return new Geometry.LonLat(rounded(site.longitude()), rounded(site.latitude()));
  }

  private static BigDecimal rounded(BigDecimal degrees) {
    return degrees.setScale(
        Math.min(DECIMALS, Math.max(0, degrees.scale())), RoundingMode.HALF_EVEN);
  }
}
