package org.parley.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.date.Edtf;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

class GeneratorCensusTest {

  private enum Colour {
    RED,
    GREEN
  }

  private sealed interface Form {
    record Circle(boolean filled) implements Form {}

    record Group(List<Form> parts) implements Form {}
  }

  private record Picture(
      @Nullable String title, Colour colour, Form form, Map<Colour, Edtf> dates) {}

  private static final String PICTURE = "GeneratorCensusTest.Picture.";
  private static final String FORM = "GeneratorCensusTest.Form.";

  private static GeneratorCensus census() {
    return GeneratorCensus.of(Picture.class)
        .classify(
            Edtf.class,
            List.of("early", "late"),
            date -> List.of(date.isBefore(Edtf.of("2000")) ? "early" : "late"));
  }

  @Test
  void theDomainIsWhatTheTypesAllow() {
    assertEquals(
        Set.of(
            PICTURE + "title = null",
            PICTURE + "title = present",
            PICTURE + "colour = RED",
            PICTURE + "colour = GREEN",
            PICTURE + "form = " + FORM + "Circle",
            PICTURE + "form = " + FORM + "Group",
            FORM + "Circle.filled = true",
            FORM + "Circle.filled = false",
            FORM + "Group.parts = empty",
            FORM + "Group.parts = one",
            FORM + "Group.parts = several",
            FORM + "Group.parts = " + FORM + "Circle",
            FORM + "Group.parts = " + FORM + "Group",
            PICTURE + "dates = empty",
            PICTURE + "dates = one",
            PICTURE + "dates = several",
            PICTURE + "dates = RED",
            PICTURE + "dates = GREEN",
            "Edtf = early",
            "Edtf = late"),
        census().counts().keySet());
  }

  @Test
  void whatWasNeverProducedIsNamed() {
    GeneratorCensus census = census();
    census.count(new Picture(null, Colour.RED, new Form.Circle(true), Map.of()));
    census.count(
        new Picture(
            "A title",
            Colour.GREEN,
            new Form.Group(List.of(new Form.Circle(false), new Form.Group(List.of()))),
            Map.of(Colour.RED, Edtf.of("1999"), Colour.GREEN, Edtf.of("1998"))));
    assertEquals(
        new TreeSet<>(Set.of(FORM + "Group.parts = one", PICTURE + "dates = one", "Edtf = late")),
        new TreeSet<>(census.neverProduced()));
    assertEquals(2, census.counts().get("Edtf = early"));
    census.count(
        new Picture(
            "",
            Colour.RED,
            new Form.Group(List.of(new Form.Circle(true))),
            Map.of(Colour.RED, Edtf.of("2001"))));
    assertEquals(List.of(), census.neverProduced());
  }

  @Test
  void anExclusionHasToBeTrue() {
    GeneratorCensus census = census().exclude("Edtf = late", "the past is over");
    assertTrue(!census.neverProduced().contains("Edtf = late"));
    census.count(
        new Picture("", Colour.RED, new Form.Circle(true), Map.of(Colour.RED, Edtf.of("2001"))));
    assertTrue(
        census
            .neverProduced()
            .contains("Edtf = late occurs, and is excluded because the past is over"));
    assertThrows(IllegalArgumentException.class, () -> census.exclude("Edtf = never", "so"));
  }

  @Test
  void ownFeaturesAreCounted() {
    GeneratorCensus census = GeneratorCensus.of().expect("a late step");
    assertEquals(List.of("a late step"), census.neverProduced());
    census.see("a late step", false);
    assertEquals(List.of("a late step"), census.neverProduced());
    census.see("a late step", true);
    assertEquals(List.of(), census.neverProduced());
    assertThrows(IllegalArgumentException.class, () -> census.see("an early step"));
  }

  @Test
  void aSealedRootCountsItsForms() {
    GeneratorCensus census = GeneratorCensus.of(Form.class);
    census.count(new Form.Circle(true));
    assertTrue(census.neverProduced().contains("GeneratorCensusTest.Form = " + FORM + "Group"));
    assertEquals(1, census.counts().get("GeneratorCensusTest.Form = " + FORM + "Circle"));
  }

  @Test
  void referencesAreToldByWhatTheyLeadTo() {
    record Thing(PartyId id, Map<PartyId, Subject> about) {}
    GeneratorCensus census =
        GeneratorCensus.of(Thing.class)
            .classifyReferences(
                List.of("short", "long"),
                id -> List.of(id.value().length() < 2 ? "short" : "long"));
    census.count(new Thing(new PartyId("AA"), Map.of(new PartyId("A"), new PointId("p1"))));
    Map<String, Long> counts = census.counts();
    assertEquals(1, counts.get("GeneratorCensusTest.Thing.about = PartyId short"));
    assertEquals(0, counts.get("GeneratorCensusTest.Thing.about = PartyId long"));
    assertEquals(1, counts.get("GeneratorCensusTest.Thing.about = PointId long"));
    assertEquals(0, counts.get("GeneratorCensusTest.Thing.about = ComponentId short"));
    assertTrue(counts.keySet().stream().noneMatch(each -> each.contains("Thing.id")));
  }

  @Test
  void anEnumRootCountsItsConstants() {
    GeneratorCensus census = GeneratorCensus.of(Colour.class);
    census.count(Colour.RED);
    assertEquals(List.of("GeneratorCensusTest.Colour = GREEN"), census.neverProduced());
  }

  @Test
  void datesAreToldByPrecision() {
    GeneratorCensus census = GeneratorCensus.of(Edtf.class);
    for (String each :
        List.of(
            "2024-02-29",
            "2024-01-31",
            "2024-01",
            "2024-21",
            "2024",
            "2024-01-01T13:30Z",
            "2024-01-01T13:30-05:00",
            "202X",
            "2024-01/2024-03",
            "../2024?",
            "2024~/..",
            "2024%")) {
      census.count(Edtf.of(each));
    }
    assertEquals(List.of(), census.neverProduced());
  }
}
