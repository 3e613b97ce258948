package org.parley.exchange.incidents.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.incidents.facts.LogRecordFault;
import org.parley.exchange.incidents.facts.Site;
import org.parley.exchange.incidents.facts.UnusableRecordException;
import tools.jackson.databind.JsonNode;

/// The geometry of a GeoJSON feature as one place: a point, or the centre of the bounding box.
/// Longitude comes first (RFC 7946); a `crs` of older files is ignored.
final class FeaturePlace {

  private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);
  private static final BigDecimal ROUND = BigDecimal.valueOf(360);

  private final List<BigDecimal> longitudes = new ArrayList<>();
  private @Nullable BigDecimal south;
  private @Nullable BigDecimal north;

  private FeaturePlace() {}

  /// Adds the place to the values, if there is one.
  static void place(JsonNode geometry, Map<IncidentField, String> values) {
    if (geometry.isNull() || geometry.isMissingNode()) {
      return;
    }
    String type = geometry.path("type").asString("");
    FeaturePlace box = new FeaturePlace();
    if (type.equals("GeometryCollection")) {
      geometry.path("geometries").forEach(each -> box.take(each.path("coordinates")));
    } else {
      box.take(geometry.path("coordinates"));
    }
    if (box.south == null || box.north == null) {
      throw new UnusableRecordException(LogRecordFault.Plain.NO_COORDINATES, type);
    }
    values.put(IncidentField.LONGITUDE, box.middleLongitude());
    values.put(IncidentField.LATITUDE, middle(box.south, box.north));
    if (!type.equals("Point")) {
      values.put(
          IncidentField.PLACE_PRECISION, Site.Precision.AREA.name().toLowerCase(Locale.ROOT));
    }
  }

  /// Degrees that lie more than half around the world apart cross the date line instead.
  private String middleLongitude() {
    List<BigDecimal> shifted =
        longitudes.stream().map(each -> each.signum() < 0 ? each.add(ROUND) : each).toList();
    BigDecimal from = Collections.min(shifted);
    BigDecimal to = Collections.max(shifted);
    BigDecimal west = Collections.min(longitudes);
    BigDecimal east = Collections.max(longitudes);
    if (east.subtract(west).compareTo(to.subtract(from)) <= 0) {
      return middle(west, east);
    }
    BigDecimal middle = new BigDecimal(middle(from, to));
    return (middle.compareTo(DATE_LINE) > 0 ? middle.subtract(ROUND) : middle).toPlainString();
  }

  private static String middle(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0
        ? one.toPlainString()
        : one.add(other).divide(BigDecimal.TWO, 7, RoundingMode.HALF_EVEN).toPlainString();
  }

  private void take(JsonNode coordinates) {
    if (coordinates.size() >= 2
        && coordinates.path(0).isNumber()
        && coordinates.path(1).isNumber()) {
      BigDecimal longitude = degrees("longitude", coordinates.path(0));
      BigDecimal latitude = degrees("latitude", coordinates.path(1));
      longitudes.add(longitude);
      south = south == null ? latitude : south.min(latitude);
      north = north == null ? latitude : north.max(latitude);
    } else {
      for (JsonNode each : coordinates) {
        if (each.isArray()) {
          take(each);
        }
      }
    }
  }

  private static BigDecimal degrees(String what, JsonNode number) {
    return ValueFormats.degrees(what, number.asString());
  }
}
