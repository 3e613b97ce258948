package org.parley.web.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.WebClient;
import org.parley.web.WebServer;
import org.parley.web.service.FolderCaseService;

/// A zone is entered once; a point, a step and an incident are shown in it.
class PlacesStoryTest {

  private static final String CASE =
      """
      case: {title: A small ceasefire}
      parties:
        - {id: AA, name: Aland, kind: state}
      instruments:
        - {id: truce, title: Truce, kind: framework, signatories: AA}
      points:
        - {id: p1, number: "1", title: Withdrawal, instrument: truce, places: [zone, line]}
      steps:
        - {id: s1, title: The guns are withdrawn, places: zone}
      places:
        - id: zone
          title: {en: The zone, fr: La zone}
          geometry: '{"type": "Polygon", "coordinates": [[[37, 48], [38, 48], [38, 49], [37, 49], [37, 48]]]}'
        - id: line
          title: {en: The line, fr: La ligne}
          geometry: '{"type": "LineString", "coordinates": [[37, 48.5], [37.5, 48.6], [38, 48.5]]}'
          date: 2026-02
        - id: bridge
          title: {en: The bridge, fr: Le pont}
          geometry: '{"type": "Point", "coordinates": [39, 48.5]}'
      incidents:
        - {id: inside, title: Shells by the road, at: "48.5, 37.5"}
        - {id: edge, title: Shells at the edge, at: "49, 37.5"}
        - {id: outside, title: Shells elsewhere, at: "49.000001, 37.5"}
        - {id: named, title: Shells at the bridge, places: bridge}
      """;

  @TempDir Path folder;
  private WebServer server;
  private WebClient client;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), CASE);
    server = WebServer.start(new FolderCaseService(folder, null), 0);
    client = new WebClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String get(String path) {
    return client.get(path).body();
  }

  private static String row(String page, String id) {
    int start = page.indexOf("<tr id=\"" + id + "\"");
    return page.substring(start, page.indexOf("</tr>", start));
  }

  @Test
  void theListSaysWhatIsWhere() {
    String page = get("/places");
    assertTrue(page.contains("<h1>3 places</h1>"), page);
    String zone = row(page, "zone");
    assertTrue(zone.contains("latitude 48° to 49°, longitude 37° to 38°"), zone);
    assertTrue(zone.contains("Withdrawal") && zone.contains("The guns are withdrawn"), zone);
    assertTrue(zone.contains("Shells by the road") && zone.contains("Shells at the edge"), zone);
    assertFalse(zone.contains("Shells elsewhere"), zone);
    assertTrue(row(page, "line").contains("as of February 2026"), row(page, "line"));
    assertTrue(row(page, "bridge").contains("Shells at the bridge"), row(page, "bridge"));
    assertEquals(3, page.split("class=\"outline\"", -1).length - 1);
  }

  @Test
  void frenchReadersReadFrench() {
    String page =
        client.send(client.request("/places").header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("<h1>3 lieux</h1>") && page.contains("Le pont"), page);
    assertTrue(row(page, "zone").contains("48° à 49° de latitude"), row(page, "zone"));
  }

  @Test
  void pagesOfRecordsHaveAMap() {
    assertTrue(get("/points/p1").contains("1: The zone, area"), get("/points/p1"));
    assertTrue(get("/record/s1").contains("1: The zone, area"), get("/record/s1"));
    assertTrue(get("/record/line").contains("1: The line, line"), get("/record/line"));
    String inside = get("/incidents/inside");
    assertTrue(inside.contains("Where it happened") && inside.contains("The zone, area"), inside);
    assertFalse(get("/incidents/outside").contains("Where it happened"));
    assertTrue(get("/incidents/named").contains("The bridge, spot"), get("/incidents/named"));
  }

  @Test
  void aWrongGeometryIsRefusedAtItsField() throws IOException {
    String form = get("/edit/places");
    assertTrue(form.contains("<textarea") && form.contains("type=\"file\""), form);
    assertTrue(get("/export/places.geojson").contains("\"FeatureCollection\""));
  }
}
