package org.parley.web.place;

import java.util.ArrayList;
import java.util.List;
import org.parley.model.CaseRecord;
import org.parley.model.guarantee.Incident;
import org.parley.model.place.Place;
import org.parley.model.place.PlaceId;
import org.parley.model.step.Step;
import org.parley.model.text.Point;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// Every place of a case on one map, and what each is about.
///
/// @param open the case
/// @param map the map
public record PlacesPage(OpenCase open, PlaceMap map) {

  private static final int MOST_INCIDENTS = 12;

  /// A record with its address.
  public record Named(String title, String link) {}

  public static PlacesPage of(OpenCase open) {
    return new PlacesPage(open, PlaceMap.of(open.view().places(), open.view().incidents()));
  }

  public Frame frame() {
    return Frame.of(Say.text("nav.places"), open.view().info(), "places");
  }

  public List<Place> places() {
    return open.view().places();
  }

  public String form(Place place) {
    return PlaceMap.form(place.geometry());
  }

  public String extent(Place place) {
    return PlaceMap.extent(place.geometry());
  }

  /// The points and steps that name a place.
  public List<Named> concerned(Place place) {
    List<Named> all = new ArrayList<>();
    for (Point point : open.view().points()) {
      if (point.places().contains(place.id())) {
        all.add(new Named(Say.point(point), Link.to(point.id())));
      }
    }
    for (Step step : open.view().steps()) {
      if (step.places().contains(place.id())) {
        all.add(new Named(step.title().text(), Link.to(Address.SEQUENCE) + "#step-" + step.id()));
      }
    }
    return all;
  }

  /// The incidents at a place: those that name it, and those whose coordinates it covers.
  public List<Incident> incidents(Place place) {
    return open.view().incidents().stream().filter(each -> isAt(each, place)).toList();
  }

  /// The first of these incidents.
  public List<Named> shown(List<Incident> incidents) {
    return incidents.stream()
        .limit(MOST_INCIDENTS)
        .map(each -> new Named(each.title().text(), Link.to(Address.INCIDENT, each.id())))
        .toList();
  }

  /// The number of incidents that are not shown.
  public static int more(List<Incident> incidents) {
    return Math.max(0, incidents.size() - MOST_INCIDENTS);
  }

  private static boolean isAt(Incident incident, Place place) {
    return incident.places().contains(place.id()) || isCovered(incident, place);
  }

  private static boolean isCovered(Incident incident, Place place) {
    Incident.Coordinates at = incident.at();
    return at != null && place.geometry().covers(at.position());
  }

  /// The places of an incident: those it names, then those that cover its coordinates.
  public static List<Place> of(OpenCase open, Incident incident) {
    List<Place> all = new ArrayList<>(named(open, incident.places()));
    for (Place each : open.view().places()) {
      if (!all.contains(each) && isCovered(incident, each)) {
        all.add(each);
      }
    }
    return all;
  }

  /// The places of some ids.
  public static List<Place> named(OpenCase open, List<PlaceId> ids) {
    return ids.stream().map(open.view()::get).toList();
  }

  /// The places that a record is or names.
  public static List<Place> of(OpenCase open, CaseRecord record) {
    return switch (record) {
      case Place place -> List.of(place);
      case Point point -> named(open, point.places());
      case Step step -> named(open, step.places());
      case Incident incident -> of(open, incident);
      default -> List.of();
    };
  }

  /// The map of the places of a record; an incident is a dot on it.
  public static PlaceMap mapOf(OpenCase open, CaseRecord record) {
    return PlaceMap.of(
        of(open, record), record instanceof Incident incident ? List.of(incident) : List.of());
  }
}
