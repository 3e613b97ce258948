package org.parley.exchange.incidents.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

  private @Nullable BigDecimal west;
  private @Nullable BigDecimal east;
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
    if (box.west == null || box.east == null || box.south == null || box.north == null) {
      throw new UnusableRecordException(LogRecordFault.Plain.NO_COORDINATES, type);
    }
    values.put(IncidentField.LONGITUDE, middle(box.west, box.east));
    values.put(IncidentField.LATITUDE, middle(box.south, box.north));
    if (!type.equals("Point")) {
      values.put(
          IncidentField.PLACE_PRECISION, Site.Precision.AREA.name().toLowerCase(Locale.ROOT));
    }
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
      west = west == null ? longitude : west.min(longitude);
      east = east == null ? longitude : east.max(longitude);
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
