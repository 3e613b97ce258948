package org.parley.exchange.places;

import java.util.Collection;
import java.util.List;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Incident;
import org.parley.model.place.Place;
import org.parley.model.place.PlaceId;
import org.parley.model.step.Step;
import org.parley.model.text.Point;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the places of a view as a feature collection of GeoJSON.
public final class GeoJsonWriter {

  private GeoJsonWriter() {}

  /// The places, each with its title, date, note and sources, and the records that name it.
  public static String write(CaseView view) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("type", "FeatureCollection");
    ArrayNode features = root.putArray("features");
    for (Place place : view.places()) {
      ObjectNode feature =
          features.addObject().put("type", "Feature").put("id", place.id().value());
      feature.set("geometry", JsonMapper.shared().readTree(place.geometry().toString()));
      ObjectNode properties = feature.putObject("properties").put("title", place.title().text());
      String note = place.note();
      if (note != null) {
        properties.put("note", note);
      }
      Edtf date = place.date();
      if (date != null) {
        properties.put("date", date.toString());
      }
      list(properties, "source", place.source());
      list(properties, "points", naming(view.points(), Point::places, place.id()));
      list(properties, "steps", naming(view.steps(), Step::places, place.id()));
      list(properties, "incidents", naming(view.incidents(), Incident::places, place.id()));
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private interface Places<R> {
    List<PlaceId> of(R record);
  }

  private static <R extends CaseRecord> List<Id> naming(
      Collection<R> records, Places<R> places, PlaceId place) {
    return records.stream()
        .filter(each -> places.of(each).contains(place))
        .map(CaseRecord::id)
        .toList();
  }

  private static void list(ObjectNode properties, String key, Collection<? extends Id> ids) {
    if (!ids.isEmpty()) {
      ArrayNode list = properties.putArray(key);
      ids.forEach(each -> list.add(each.value()));
    }
  }
}
