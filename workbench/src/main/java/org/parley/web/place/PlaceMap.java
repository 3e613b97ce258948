package org.parley.web.place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.model.guarantee.Incident;
import org.parley.model.place.Geometry;
import org.parley.model.place.Geometry.LonLat;
import org.parley.model.place.Place;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Say;

/// A map of places, and of incidents among them. Places have numbers, incidents are dots.
///
/// @param width the width of the drawing
/// @param height the height
/// @param outlines the places, in the order of their numbers
/// @param dots the incidents
/// @param meridians the lines of longitude
/// @param parallels the lines of latitude
/// @param land the land as an SVG path; empty if no coast is near
/// @param scale the scale; null if nothing is drawn
public record PlaceMap(
    int width,
    int height,
    List<Outline> outlines,
    List<MapSpot> dots,
    List<MapFrame.GridLine> meridians,
    List<MapFrame.GridLine> parallels,
    String land,
    MapFrame.@Nullable ScaleBar scale) {

  /// Incidents beyond are left to the page of the watch.
  private static final int MOST_DOTS = 300;

  private static final int WIDTH = 520;
  private static final int HEIGHT = 320;
  private static final double LEAST_DEGREES = 0.5;

  /// A place.
  ///
  /// @param number its number on the map
  /// @param path its areas or lines as an SVG path; empty for points
  /// @param isArea whether the path is filled
  /// @param spots its points
  /// @param label where its number stands
  public record Outline(
      int number, String path, boolean isArea, List<MapSpot> spots, MapSpot label, String words) {

    /// The accessible name: the visible text comes first.
    public String name() {
      return number + ": " + words;
    }
  }

  /// A spot in the drawing.
  ///
  /// @param link the address of the incident; empty if it has none
  public record MapSpot(String x, String y, String link, String words) {}

  /// The map of some places and incidents.
  public static PlaceMap of(List<Place> places, List<Incident> incidents) {
    List<LonLat> all = new ArrayList<>();
    places.forEach(each -> all.addAll(each.geometry().positions()));
    for (Incident each : incidents) {
      Incident.Coordinates at = each.at();
      if (at != null) {
        all.add(at.position());
      }
    }
    if (all.isEmpty()) {
      return new PlaceMap(WIDTH, HEIGHT, List.of(), List.of(), List.of(), List.of(), "", null);
    }
    Geometry.Bounds bounds = Geometry.Bounds.of(all);
    MapFrame frame =
        MapFrame.around(
            WIDTH,
            HEIGHT,
            bounds.west().doubleValue(),
            bounds.south().doubleValue(),
            bounds.east().doubleValue(),
            bounds.north().doubleValue(),
            LEAST_DEGREES);
    List<Outline> outlines = new ArrayList<>();
    for (Place each : places) {
      outlines.add(outline(outlines.size() + 1, each, frame));
    }
    List<MapSpot> dots = new ArrayList<>();
    for (Incident each : incidents) {
      Incident.Coordinates at = each.at();
      if (at != null && dots.size() < MOST_DOTS) {
        dots.add(
            dot(
                at.position(),
                frame,
                Link.to(Address.INCIDENT, each.id()),
                each.title() + " (" + at + ")"));
      }
    }
    return new PlaceMap(
        WIDTH,
        HEIGHT,
        List.copyOf(outlines),
        List.copyOf(dots),
        frame.meridians(),
        frame.parallels(),
        frame.land(),
        frame.scaleBar());
  }

  /// A kind of sign.
  public enum MapSymbol {
    AREA,
    LINE,
    SPOT,
    INCIDENT
  }

  /// Whether a kind of sign is drawn.
  public boolean has(MapSymbol sign) {
    return switch (sign) {
      case AREA -> outlines.stream().anyMatch(Outline::isArea);
      case LINE -> outlines.stream().anyMatch(each -> !each.isArea() && !each.path().isEmpty());
      case SPOT -> outlines.stream().anyMatch(each -> !each.spots().isEmpty());
      case INCIDENT -> !dots.isEmpty();
    };
  }

  /// Whether there is nothing to draw.
  public boolean isEmpty() {
    return outlines.isEmpty() && dots.isEmpty();
  }

  private static Outline outline(int number, Place place, MapFrame frame) {
    Geometry geometry = place.geometry();
    boolean isSpots = !geometry.form().isArea() && !geometry.form().isLine();
    StringBuilder path = new StringBuilder();
    List<MapSpot> spots = new ArrayList<>();
    for (List<List<LonLat>> part : geometry.parts()) {
      for (List<LonLat> line : part) {
        if (isSpots) {
          spots.add(dot(line.getFirst(), frame, "", place.title().text()));
        } else {
          append(line, geometry.form().isArea(), frame, path);
        }
      }
    }
    return new Outline(
        number,
        path.toString(),
        geometry.form().isArea(),
        List.copyOf(spots),
        label(geometry, frame),
        place.title() + ", " + form(geometry));
  }

  /// The form of a geometry in words.
  static String form(Geometry geometry) {
    return Say.text("places.form", "form", geometry.form(), "parts", geometry.parts().size());
  }

  /// An area has its number in its middle, a line at its middle position, points beside the first.
  private static MapSpot label(Geometry geometry, MapFrame frame) {
    List<LonLat> line = geometry.parts().getFirst().getFirst();
    if (geometry.form().isArea()) {
      Geometry.Bounds box = Geometry.Bounds.of(line);
      LonLat middle = new LonLat(half(box.west(), box.east()), half(box.south(), box.north()));
      return dot(middle, frame, "", "");
    }
    return dot(line.get(line.size() / 2), frame, "", "");
  }

  private static BigDecimal half(BigDecimal one, BigDecimal other) {
    return one.add(other).divide(BigDecimal.TWO);
  }

  /// Positions that come to lie on the tenth of a pixel of the one before are left out.
  private static void append(
      List<LonLat> line, boolean isRing, MapFrame frame, StringBuilder path) {
    String before = "";
    boolean isFirst = true;
    for (LonLat each : line.subList(0, isRing ? line.size() - 1 : line.size())) {
      MapSpot dot = dot(each, frame, "", "");
      String at = dot.x() + " " + dot.y();
      if (!at.equals(before)) {
        path.append(isFirst ? 'M' : 'L').append(at);
        isFirst = false;
        before = at;
      }
    }
    if (isRing) {
      path.append('Z');
    }
  }

  private static MapSpot dot(LonLat at, MapFrame frame, String link, String words) {
    return new MapSpot(
        tenths(frame.x(at.longitude().doubleValue())),
        tenths(frame.y(at.latitude().doubleValue())),
        link,
        words);
  }

  private static String tenths(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }

  /// The least and greatest degrees of a geometry, in words.
  static String extent(Geometry geometry) {
    Geometry.Bounds box = geometry.bounds();
    boolean isSpot =
        box.west().compareTo(box.east()) == 0 && box.south().compareTo(box.north()) == 0;
    return Say.text(
        "places.extent",
        "spot",
        isSpot,
        "west",
        degrees(box.west()),
        "east",
        degrees(box.east()),
        "south",
        degrees(box.south()),
        "north",
        degrees(box.north()));
  }

  private static String degrees(BigDecimal value) {
    return value.toPlainString() + "°";
  }
}
