package org.parley.exchange.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.BadFileException;
import org.parley.genius.file.InputFile;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.place.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonTest {

  private static ImportedPlaces read(String text) throws BadFileException {
    return GeoJsonReader.read(InputFile.of("zones.geojson", text));
  }

  @Test
  void writtenPlacesAreReadBack() throws BadFileException {
    int places = 0;
    for (long seed = 0; seed < 20; seed++) {
      Case all = Cases.of(seed);
      var view = all.viewFor(new Viewer.Mediator());
      List<Place> back = read(GeoJsonWriter.write(view)).places();
      assertEquals(
          view.places().stream().map(each -> each.id() + " " + each.geometry()).toList(),
          back.stream().map(each -> each.id() + " " + each.geometry()).toList(),
          "seed " + seed);
      places += back.size();
    }
    assertTrue(places > 40, "places: " + places);
  }

  @Test
  void nobodyReadsAHiddenPlace() {
    for (long seed = 0; seed < 10; seed++) {
      Case all = Cases.withEverySecret(seed);
      JsonNode written =
          JsonMapper.shared().readTree(GeoJsonWriter.write(all.viewFor(new Viewer.Public())));
      List<String> seen = written.get("features").findValuesAsString("id");
      List<String> open =
          all.viewFor(new Viewer.Public()).records().stream()
              .filter(Place.class::isInstance)
              .map(CaseRecord::id)
              .map(Object::toString)
              .toList();
      assertEquals(List.copyOf(new java.util.TreeSet<>(open)), seen.stream().sorted().toList());
    }
  }

  @Test
  void featuresHaveNamesAndIds() throws BadFileException {
    ImportedPlaces places =
        read(
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"name": "Zone de séparation"},
               "geometry": {"type": "Point", "coordinates": [1, 2, 30]}},
              {"type": "Feature", "properties": {"name": "Zone de separation", "note": "North"},
               "geometry": {"type": "Point", "coordinates": [3, 4]}},
              {"type": "Feature", "id": 7, "properties": null,
               "geometry": {"type": "Point", "coordinates": [5, 6]}},
              {"type": "Feature", "properties": {}, "geometry": null}]}
            """);
    assertEquals(
        List.of("zone-de-separation", "zone-de-separation-2", "7"),
        places.places().stream().map(each -> each.id().value()).toList());
    assertEquals(List.of("line 8: a feature without geometry is left out."), places.notes());
    assertTrue(places.text().startsWith("places:\n  - id: 7"), places.text());
    Case.of(new CaseInfo("Zones", null, List.of()), places.places());
  }

  @Test
  void aWrongFileIsRefusedAtItsLine() {
    assertEquals(
        "reading zones.geojson, line 2: a ring at coordinates[0] that does not end where it begins:"
            + " [1, 1]. Maybe repeat its first position at its end.",
        FileFaultWording.sentence(
            assertThrows(
                BadFileException.class,
                () ->
                    read(
                        """
                        {"type": "Feature", "properties": {},
                         "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]}}
                        """))));
    assertThrows(BadFileException.class, () -> read("{\"type\": \"Topology\", \"arcs\": []}"));
    assertThrows(
        BadFileException.class, () -> read("{\"type\": \"FeatureCollection\", \"features\": []}"));
  }
}
