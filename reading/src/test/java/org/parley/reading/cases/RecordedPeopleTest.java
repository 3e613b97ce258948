package org.parley.reading.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.text.Subject;

/// Descriptions that mean somebody on record by the office.
@NullMarked
class RecordedPeopleTest {

  private static Claim by(String id, String speaker, String office) {
    Claim plain =
        SmallCase.claim(
            id,
            speaker,
            SmallCase.view().parties().getFirst().id().value(),
            new Subject.Whole(),
            new Assertion.Open());
    return new Claim(
        plain.id(),
        speaker,
        office,
        plain.party(),
        plain.jointly(),
        plain.said(),
        plain.known(),
        plain.channel(),
        plain.source(),
        plain.confidence(),
        plain.quote(),
        plain.paraphrase(),
        plain.about(),
        plain.between(),
        plain.asserts(),
        List.of(),
        List.of(),
        List.of(),
        plain.visibility());
  }

  private final CaseView view =
      SmallCase.view(
          by("p1", "Karin Dahl", "President of Norway"),
          by("p2", "Nils Aas", "foreign minister of Norway"),
          by("p3", "Ida Moe", "deputy foreign minister of Norway"));

  private Optional<String> find(String description) {
    return new RecordedPeople(view, "en").find(description);
  }

  @Test
  void anOfficeOfOnePersonIsFound() {
    assertEquals(Optional.of("Karin Dahl"), find("the Norwegian president"));
    assertEquals(Optional.of("Ida Moe"), find("Norway's deputy foreign minister"));
  }

  @Test
  void anOfficeOfTwoOrOfNobodyIsNotFound() {
    assertEquals(Optional.empty(), find("the Norwegian foreign minister"));
    assertEquals(Optional.empty(), find("the Chilean president"));
    assertEquals(Optional.empty(), find("the president"));
  }
}
