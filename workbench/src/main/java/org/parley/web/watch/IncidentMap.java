package org.parley.web.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.Incident.Coordinates;
import org.parley.web.place.MapFrame;
import org.parley.web.place.MapFrame.GridLine;
import org.parley.web.view.Address;
import org.parley.web.view.Link;
import org.parley.web.view.Say;
import org.parley.web.watch.WatchFilter.Area;

/// A small map of incidents: coasts, latitude and longitude, and a mark for each. It needs no
/// network and shows no borders. Dense marks are clustered with their number.
///
/// @param width the width of the drawing
/// @param height the height
/// @param marks the located incidents
/// @param meridians the lines of longitude
/// @param parallels the lines of latitude
/// @param land the land as an SVG path; empty if no coast is near
/// @param scale the scale; null if nothing is drawn
/// @param isClustered whether marks stand for several incidents
public record IncidentMap(
    int width,
    int height,
    List<Mark> marks,
    List<GridLine> meridians,
    List<GridLine> parallels,
    String land,
    MapFrame.@Nullable ScaleBar scale,
    boolean isClustered) {

  private static final int WIDTH = 520;
  private static final int HEIGHT = 320;
  private static final int LEAST_DEGREES = 4;

  private static final int MOST_MARKS = 30;
  private static final int CELL = 34;
  private static final int RADIUS = 9;
  private static final int GREATEST_RADIUS = 16;
  private static final int LEAST_RADIUS = 7;

  /// An incident, or a cluster.
  ///
  /// @param number the number of the incident, or the size of the cluster
  /// @param link the address of the incident or list
  public record Mark(int x, int y, int radius, String number, String link, String words) {

    /// The accessible name: the visible text comes first.
    public String name() {
      return number + ": " + words;
    }
  }

  /// The map of the incidents that have a place.
  static IncidentMap of(List<Incident> incidents, WatchFilter filter) {
    double west = 180;
    double east = -180;
    double south = 90;
    double north = -90;
    for (Incident each : incidents) {
      Coordinates at = each.at();
      if (at != null) {
        west = Math.min(west, at.longitude());
        east = Math.max(east, at.longitude());
        south = Math.min(south, at.latitude());
        north = Math.max(north, at.latitude());
      }
    }
    if (west > east) {
      return new IncidentMap(WIDTH, HEIGHT, List.of(), List.of(), List.of(), "", null, false);
    }
    MapFrame frame = MapFrame.around(WIDTH, HEIGHT, west, south, east, north, LEAST_DEGREES);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < incidents.size(); i++) {
      Coordinates at = incidents.get(i).at();
      if (at != null) {
        marks.add(
            new Mark(
                x(frame, at.longitude()),
                y(frame, at.latitude()),
                RADIUS,
                Integer.toString(i + 1),
                Link.to(Address.INCIDENT, incidents.get(i).id()),
                incidents.get(i).title() + " (" + at + ")"));
      }
    }
    return new IncidentMap(
        WIDTH,
        HEIGHT,
        marks.size() > MOST_MARKS ? together(incidents, frame, filter) : marks,
        frame.meridians(),
        frame.parallels(),
        frame.land(),
        frame.scaleBar(),
        marks.size() > MOST_MARKS);
  }

  /// One mark for each square of the drawing in which incidents lie, in their middle as far as the
  /// square has room.
  private static List<Mark> together(List<Incident> incidents, MapFrame frame, WatchFilter filter) {
    Map<List<Integer>, List<Coordinates>> squares = new LinkedHashMap<>();
    for (Incident each : incidents) {
      Coordinates at = each.at();
      if (at != null) {
        squares
            .computeIfAbsent(
                List.of(
                    Math.floorDiv(x(frame, at.longitude()), CELL),
                    Math.floorDiv(y(frame, at.latitude()), CELL)),
                _ -> new ArrayList<>())
            .add(at);
      }
    }
    int most = squares.values().stream().mapToInt(List::size).max().orElse(1);
    List<Mark> marks = new ArrayList<>();
    squares.forEach(
        (square, places) -> {
          int radius = radius(places.size(), most);
          double east = places.stream().mapToDouble(Coordinates::longitude).average().orElse(0);
          double north = places.stream().mapToDouble(Coordinates::latitude).average().orElse(0);
          marks.add(
              new Mark(
                  within(square.getFirst(), radius, x(frame, east)),
                  within(square.getLast(), radius, y(frame, north)),
                  radius,
                  Integer.toString(places.size()),
                  filter.url(Map.of("within", around(places).written(), "list", "incidents")),
                  Say.text("watch.near", "count", places.size())));
        });
    return marks;
  }

  /// The area of a disc is proportional to its number; the least still holds a digit.
  static int radius(int count, int most) {
    int byArea = (int) Math.round(GREATEST_RADIUS * Math.sqrt((double) count / most));
    return Math.max(LEAST_RADIUS, byArea);
  }

  /// Where a mark of this radius lies in a row of squares, moved so far that it lies in its own.
  private static int within(int square, int radius, int at) {
    return Math.clamp(at, square * CELL + radius, (square + 1) * CELL - radius);
  }

  /// The least area of some places, to the thousandth of a degree outwards.
  private static Area around(List<Coordinates> places) {
    return new Area(
        Math.floor(places.stream().mapToDouble(Coordinates::latitude).min().orElse(0) * 1e3) / 1e3,
        Math.floor(places.stream().mapToDouble(Coordinates::longitude).min().orElse(0) * 1e3) / 1e3,
        Math.floor(places.stream().mapToDouble(Coordinates::latitude).max().orElse(0) * 1e3 + 1)
            / 1e3,
        Math.floor(places.stream().mapToDouble(Coordinates::longitude).max().orElse(0) * 1e3 + 1)
            / 1e3);
  }

  private static int x(MapFrame frame, double east) {
    return (int) Math.round(frame.x(east));
  }

  private static int y(MapFrame frame, double north) {
    return (int) Math.round(frame.y(north));
  }
}
