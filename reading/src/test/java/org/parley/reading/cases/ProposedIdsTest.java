package org.parley.reading.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.model.Id;
import org.parley.model.date.Edtf;
import org.parley.model.step.StepId;
import org.parley.model.text.Subject;

/// Ids of new records: readable, free, and valid.
@NullMarked
class ProposedIdsTest {

  @Test
  void aTakenIdGetsANumber() {
    ProposedIds ids = new ProposedIds(SmallCase.view());
    assertEquals("bridge", ids.free("bridge"));
    assertEquals("bridge-2", ids.free("bridge"));
    assertEquals("bridge-3", ids.free("bridge"));
    assertEquals("toll-2", ids.free("toll"), "the case has a toll");
    ids.take("quay");
    assertEquals("quay-2", ids.free("quay"));
    assertEquals("toll-2", ProposedIds.free(SmallCase.view(), "toll"));
  }

  @ParameterizedTest
  @CsvSource({
    "2031-05-04, 0504",
    "2031-05, 0501",
    "2031, 0101",
    "2031-05-04/2031-06-01, 0504",
    "../2031-05-04, undated"
  })
  void days(String date, String day) {
    assertEquals(day, ProposedIds.day(Edtf.of(date)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sign the treaty in Oslo            | sign-treaty-oslo
          return to Geneva next week         | return-geneva
          meet again on Monday               | meet
          go to the court                    | court
          publish the text on 3 June         | publish-text
          do it                              | step
          über die Brücke gehen wollen       | uber-brucke-gehen
          """)
  void stepsAreCalledByTheirFirstWords(String title, String slug) {
    assertEquals(slug, ProposedIds.slugOf(title));
    Id.checked(new StepId("s-" + slug).value());
  }

  @Test
  void speakersAreCalledByTheirLastWord() {
    assertEquals("berg", ProposedIds.slug(FoldedName.words("Ann Berg")));
    assertEquals("angstrom", ProposedIds.slug(FoldedName.words("Zoë Ängström")));
    assertEquals("oye", ProposedIds.slug(List.of("oye", "київ")));
    assertEquals("x", ProposedIds.slug(List.of()));
    assertEquals("whole", ProposedIds.slugOf(new Subject.Whole()));
  }

  @Test
  void longTitlesAreCutAtAWord() {
    assertEquals("a b c", ProposedIds.shortened(" a\n b\t c "));
    String line = "word ".repeat(40).strip();
    String cut = ProposedIds.shortened(line);
    assertTrue(cut.endsWith("word..."), cut);
    assertTrue(cut.length() <= 163, cut);
    String noBlank = "w".repeat(200);
    assertEquals("w".repeat(160) + "...", ProposedIds.shortened(noBlank));
    assertEquals("w".repeat(160), ProposedIds.shortened("w".repeat(160)));
  }

  @Test
  void titlesBeginWithACapital() {
    assertEquals("Vote on it", ProposedIds.capital("vote on it"));
    assertEquals("Ähnlich", ProposedIds.capital("ähnlich"));
  }
}
