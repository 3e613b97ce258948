package org.parley.model.place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.InvalidValueException;

/// A geometry of GeoJSON (RFC 7946): a point, line or polygon, or several of one kind. WGS 84 in
/// degrees, longitude first.
///
/// The text may also be a feature, or a collection of one feature; only the geometry is kept.
/// Altitudes are left out. Rings are wound as the RFC asks: outer rings counterclockwise, holes
/// clockwise. So polygons that differ in winding alone are equal.
public final class Geometry {

  /// The most positions of a geometry.
  public static final int MOST_POSITIONS = 20_000;

  private static final BigDecimal POLE = BigDecimal.valueOf(90);
  private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);
  private static final int SMALLEST_RING = 4;

  /// The form of a geometry.
  public enum Form {
    POINT("Point"),
    MULTI_POINT("MultiPoint"),
    LINE_STRING("LineString"),
    MULTI_LINE_STRING("MultiLineString"),
    POLYGON("Polygon"),
    MULTI_POLYGON("MultiPolygon");

    private final String type;

    Form(String type) {
      this.type = type;
    }

    /// Its name in GeoJSON.
    public String type() {
      return type;
    }

    /// Whether it has an inside.
    public boolean isArea() {
      return this == POLYGON || this == MULTI_POLYGON;
    }

    /// Whether it consists of lines.
    public boolean isLine() {
      return this == LINE_STRING || this == MULTI_LINE_STRING;
    }
  }

  /// A position in degrees, WGS 84.
  public record LonLat(BigDecimal longitude, BigDecimal latitude) {

    /// Numbers are compared by value: 48.50 is 48.5.
    public LonLat {
      longitude = plain(longitude);
      latitude = plain(latitude);
    }

    private static BigDecimal plain(BigDecimal number) {
      return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private String written() {
      return "[" + longitude.toPlainString() + ", " + latitude.toPlainString() + "]";
    }
  }

  /// A box of degrees.
  public record Bounds(BigDecimal west, BigDecimal south, BigDecimal east, BigDecimal north) {

    /// The smallest box of some positions, at least one.
    public static Bounds of(Collection<LonLat> positions) {
      List<BigDecimal> longitudes = positions.stream().map(LonLat::longitude).sorted().toList();
      List<BigDecimal> latitudes = positions.stream().map(LonLat::latitude).sorted().toList();
      return new Bounds(
          longitudes.getFirst(), latitudes.getFirst(), longitudes.getLast(), latitudes.getLast());
    }

    /// Whether two boxes come within some degrees of each other.
    public boolean isWithin(int degrees, Bounds other) {
      BigDecimal gap = BigDecimal.valueOf(degrees);
      return west.subtract(gap).compareTo(other.east) <= 0
          && other.west.subtract(gap).compareTo(east) <= 0
          && south.subtract(gap).compareTo(other.north) <= 0
          && other.south.subtract(gap).compareTo(north) <= 0;
    }

    /// The box with longitude and latitude swapped.
    public Bounds swapped() {
      return new Bounds(south, west, north, east);
    }
  }

  private final Form form;

  /// The parts: a polygon has its rings, a line or a point itself alone.
  private final List<List<List<LonLat>>> parts;

  private Geometry(Form form, List<List<List<LonLat>>> parts) {
    this.form = form;
    this.parts = parts;
  }

  /// The geometry of a GeoJSON text.
  ///
  /// @throws InvalidValueException with a [GeometryFault] that says where it is wrong
  public static Geometry of(String text) {
    Map<String, Object> object = geometry(Json.read(text), text);
    Form form = form(object);
    Object coordinates = object.get("coordinates");
    if (coordinates == null) {
      throw refused(GeometryFault.Plain.NO_GEOMETRY, form.type);
    }
    GeometryReader reader = new GeometryReader();
    return new Geometry(
        form,
        switch (form) {
          case POINT -> List.of(List.of(List.of(reader.position(coordinates, "coordinates"))));
          case MULTI_POINT ->
              reader.each(
                  coordinates,
                  "coordinates",
                  (at, path) -> one(List.of(reader.position(at, path))));
          case LINE_STRING -> List.of(one(reader.line(coordinates, "coordinates")));
          case MULTI_LINE_STRING ->
              reader.each(coordinates, "coordinates", (at, path) -> one(reader.line(at, path)));
          case POLYGON -> List.of(reader.polygon(coordinates, "coordinates"));
          case MULTI_POLYGON -> reader.each(coordinates, "coordinates", reader::polygon);
        });
  }

  private static List<List<LonLat>> one(List<LonLat> line) {
    return List.of(line);
  }

  private static Form form(Map<String, Object> object) {
    for (Form each : Form.values()) {
      if (each.type.equals(object.get("type"))) {
        return each;
      }
    }
    throw refused(
        GeometryFault.Plain.UNKNOWN_GEOMETRY, object.get("type") instanceof String s ? s : "");
  }

  private static InvalidValueException refused(GeometryFault why, String value) {
    return new InvalidValueException(why, value);
  }

  /// The geometry of a feature, of the only feature of a collection, or the object itself.
  private static Map<String, Object> geometry(Object value, String text) {
    Map<String, Object> object = object(value, text);
    if ("FeatureCollection".equals(object.get("type"))) {
      List<?> features = object.get("features") instanceof List<?> list ? list : List.of();
      if (features.size() != 1) {
        throw refused(GeometryFault.Plain.SEVERAL_FEATURES, Integer.toString(features.size()));
      }
      return geometry(features.getFirst(), text);
    }
    return "Feature".equals(object.get("type")) ? object(object.get("geometry"), text) : object;
  }

  @SuppressWarnings("unchecked") // the reader makes maps of texts to values alone
  private static Map<String, Object> object(@Nullable Object value, String text) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw refused(
        GeometryFault.Plain.NO_GEOMETRY, text.length() <= 60 ? text : text.substring(0, 30));
  }

  /// Reads coordinates, and counts them.
  private static final class GeometryReader {

    private int positions;

    interface Part {
      List<List<LonLat>> of(Object value, String path);
    }

    private static List<?> list(Object value, String path) {
      if (value instanceof List<?> list && !list.isEmpty()) {
        return list;
      }
      throw refused(new GeometryFault.NotAList(path), shown(value));
    }

    private static String shown(Object value) {
      String text =
          value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
      return text.length() <= 60 ? text : text.substring(0, 30);
    }

    List<List<List<LonLat>>> each(Object value, String path, Part part) {
      List<List<List<LonLat>>> parts = new ArrayList<>();
      for (Object each : list(value, path)) {
        parts.add(part.of(each, path + "[" + parts.size() + "]"));
      }
      return List.copyOf(parts);
    }

    LonLat position(Object value, String path) {
      if (++positions > MOST_POSITIONS) {
        throw refused(new GeometryFault.TooManyPositions(MOST_POSITIONS), "");
      }
      if (!(value instanceof List<?> list)
          || list.size() < 2
          || list.size() > 3
          || !list.stream().allMatch(BigDecimal.class::isInstance)) {
        throw refused(new GeometryFault.NotAPosition(path), shown(value));
      }
      LonLat position = new LonLat((BigDecimal) list.get(0), (BigDecimal) list.get(1));
      boolean isPastPole = position.latitude.abs().compareTo(POLE) > 0;
      if (isPastPole) {
        boolean swapped =
            position.longitude.abs().compareTo(POLE) <= 0
                && position.latitude.abs().compareTo(DATE_LINE) <= 0;
        throw refused(new GeometryFault.BeyondPole(path, swapped), position.written());
      }
      if (position.longitude.abs().compareTo(DATE_LINE) > 0) {
        throw refused(new GeometryFault.BeyondDateLine(path), position.written());
      }
      return position;
    }

    private List<LonLat> positions(Object value, String path) {
      List<LonLat> all = new ArrayList<>();
      for (Object each : list(value, path)) {
        all.add(position(each, path + "[" + all.size() + "]"));
      }
      return List.copyOf(all);
    }

    List<LonLat> line(Object value, String path) {
      List<LonLat> line = positions(value, path);
      if (line.size() < 2) {
        throw refused(new GeometryFault.LineTooShort(path), line.getFirst().written());
      }
      return line;
    }

    List<List<LonLat>> polygon(Object value, String path) {
      List<List<LonLat>> rings = new ArrayList<>();
      for (Object each : list(value, path)) {
        rings.add(ring(each, path + "[" + rings.size() + "]", !rings.isEmpty()));
      }
      return List.copyOf(rings);
    }

    private List<LonLat> ring(Object value, String path, boolean isHole) {
      List<LonLat> ring = positions(value, path);
      if (!ring.getFirst().equals(ring.getLast())) {
        throw refused(new GeometryFault.RingNotClosed(path), ring.getLast().written());
      }
      int turn = turn(ring);
      if (ring.size() < SMALLEST_RING || turn == 0) {
        throw refused(new GeometryFault.RingTooSmall(path), ring.getFirst().written());
      }
      return (turn > 0) == isHole ? List.copyOf(ring.reversed()) : ring;
    }
  }

  /// The sign of the area of a ring: 1 if it runs counterclockwise.
  private static int turn(List<LonLat> ring) {
    BigDecimal twice = BigDecimal.ZERO;
    for (int i = 0; i + 1 < ring.size(); i++) {
      LonLat here = ring.get(i);
      LonLat next = ring.get(i + 1);
      twice =
          twice
              .add(here.longitude.multiply(next.latitude))
              .subtract(next.longitude.multiply(here.latitude));
    }
    return twice.signum();
  }

  public Form form() {
    return form;
  }

  /// The parts: each polygon with its rings, the outer first; each line or point by itself.
  public List<List<List<LonLat>>> parts() {
    return parts;
  }

  /// Every position.
  public List<LonLat> positions() {
    return parts.stream().flatMap(List::stream).flatMap(List::stream).toList();
  }

  /// Its smallest box.
  public Bounds bounds() {
    return Bounds.of(positions());
  }

  /// Whether a position lies in an area or on its edge, on a line, or at a point. Exact: decimals
  /// are multiplied without rounding. Cost: linear in the positions.
  public boolean covers(LonLat position) {
    return parts.stream().anyMatch(part -> covers(part, position));
  }

  private boolean covers(List<List<LonLat>> part, LonLat position) {
    boolean isInside = false;
    for (List<LonLat> line : part) {
      if (line.size() == 1 && line.getFirst().equals(position)) {
        return true;
      }
      for (int i = 0; i + 1 < line.size(); i++) {
        LonLat from = line.get(i);
        LonLat to = line.get(i + 1);
        int above = from.latitude.compareTo(position.latitude);
        int below = to.latitude.compareTo(position.latitude);
        if (Integer.signum(above) * Integer.signum(below) > 0) {
          continue;
        }
        int side = side(from, to, position);
        if (side == 0 && isBetween(from.longitude, position.longitude, to.longitude)) {
          return true;
        }
        // Of the two ends of an edge, the lower one counts: a vertex is crossed once.
        if ((above > 0) != (below > 0)) {
          isInside ^= side == to.latitude.compareTo(from.latitude);
        }
      }
    }
    return form.isArea() && isInside;
  }

  /// The sign of the turn from an edge to a position: 1 if it lies to the left.
  private static int side(LonLat from, LonLat to, LonLat position) {
    return to.longitude
        .subtract(from.longitude)
        .multiply(position.latitude.subtract(from.latitude))
        .subtract(
            position
                .longitude
                .subtract(from.longitude)
                .multiply(to.latitude.subtract(from.latitude)))
        .signum();
  }

  private static boolean isBetween(BigDecimal one, BigDecimal middle, BigDecimal other) {
    return Integer.signum(one.compareTo(middle)) * Integer.signum(other.compareTo(middle)) <= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Geometry that && that.form == form && that.parts.equals(parts);
  }

  @Override
  public int hashCode() {
    return 31 * form.hashCode() + parts.hashCode();
  }

  /// The geometry as GeoJSON, on one line.
  @Override
  public String toString() {
    return "{\"type\": \"" + form.type + "\", \"coordinates\": " + coordinates() + "}";
  }

  private String coordinates() {
    List<String> written =
        parts.stream()
            .map(
                part ->
                    switch (form) {
                      case POINT, MULTI_POINT -> part.getFirst().getFirst().written();
                      case LINE_STRING, MULTI_LINE_STRING -> listed(part.getFirst());
                      case POLYGON, MULTI_POLYGON -> joined(part.stream().map(Geometry::listed));
                    })
            .toList();
    return form == Form.POINT || form == Form.LINE_STRING || form == Form.POLYGON
        ? written.getFirst()
        : joined(written.stream());
  }

  private static String listed(List<LonLat> line) {
    return joined(line.stream().map(LonLat::written));
  }

  private static String joined(Stream<String> items) {
    return items.collect(Collectors.joining(", ", "[", "]"));
  }
}
