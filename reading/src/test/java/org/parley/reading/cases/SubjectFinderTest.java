package org.parley.reading.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.model.text.PointId;
import org.parley.reading.cases.SubjectFinder.Found;

/// Which subject of the case some words mean; nothing if none fits.
@NullMarked
class SubjectFinderTest {

  private static final SubjectFinder SUBJECTS = finder(SmallCase.view());

  private static SubjectFinder finder(CaseView view) {
    FoldedNames folded = new FoldedNames();
    return new SubjectFinder(view, new PartyFinder(view, "en", folded), "en", folded);
  }

  private static String found(SubjectFinder subjects, String words) {
    return String.join(
        ", ", subjects.find(words).stream().map(each -> each.subject().toString()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          the toll                            | toll
          tolls                               | toll
          The question of the toll            | toll
          the ferry                           | ferry
          ferries                             | ferry
          night crossings                     | night
          the exchange of prisoners           | prisoners
          prisoners                           | prisoners
          a coin for every cart               | toll
          point 2                             | ferry
          Article 3                           | prisoners
          points 1 and 2                      | toll
          paragraph no. 1                     | toll
          the treaty of the bridge            | treaty
          the deal                            | whole
          the peace agreement                 | whole
          any deal                            | whole
          the entire settlement               | whole
          the weather                         | ''
          Norwegian leaders                   | ''
          article 17                          | ''
          Oslo                                | ''
          """)
  void meant(String words, String subject) {
    assertEquals(subject, found(SUBJECTS, words));
  }

  @Test
  void severalNumbersAreSeveralPoints() {
    assertEquals("toll, prisoners", found(SUBJECTS, "article 1 and article 3"));
  }

  @Test
  void howWellItFitsIsNeverCertain() {
    for (String words : List.of("the toll", "point 2", "night crossings", "prisoners")) {
      int fit = SUBJECTS.find(words).getFirst().fit();
      assertTrue(fit > 40 && fit <= 95, words + " " + fit);
    }
  }

  /// Of two treaties the one whose signatories are named.
  @Test
  void namedPartiesChooseTheInstrument() {
    CaseView view = SmallCase.view(SmallCase.instrument("port", "Treaty of the port", List.of()));
    assertEquals("port", found(finder(view), "the treaty of the port"));
    assertEquals("port", found(finder(view), "the port treaty between Norway and Chile"));
  }

  /// Two claims on record use the name of one point alone; the third of another one.
  @Test
  void claimsOnRecordTellWhatANameMeans() {
    CaseView view =
        SmallCase.view(
            SmallCase.claim("one", "Ann Berg", new PointId("ferry"), "Lights burn at Vardø."),
            SmallCase.claim("two", "Ann Berg", new PointId("ferry"), "No boat leaves Vardø."),
            SmallCase.claim("three", "Ann Berg", new PointId("toll"), "Carts wait at Vadsø."));
    assertEquals("ferry", found(finder(view), "Vardø"));
    assertEquals("", found(finder(view), "Vadsø"));
    assertEquals("", found(finder(view), "the football club of Vardø"));
    assertEquals("", found(SUBJECTS, "Vardø"));
  }

  /// Two claims may have a word in common by chance; four hardly.
  @Test
  void aCommonWordIsLearntFromMoreClaimsThanAName() {
    List<CaseRecord> claims = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      claims.add(
          SmallCase.claim("c" + i, "Ann Berg", new PointId("ferry"), "They ask for lanterns."));
      SubjectFinder subjects = finder(SmallCase.view(claims.toArray(CaseRecord[]::new)));
      assertEquals(i < 4 ? "" : "ferry", found(subjects, "the lanterns"), i + " claims");
    }
  }

  /// The order of the words, capitals and accents change nothing.
  @ParameterizedTest
  @CsvSource({
    "the exchange of prisoners, PRISONERS' EXCHANGE",
    "night crossings, crossings at night",
    "the toll, The Töll"
  })
  void otherWritingIsTheSame(String one, String other) {
    assertEquals(
        SUBJECTS.find(one).stream().map(Found::subject).toList(),
        SUBJECTS.find(other).stream().map(Found::subject).toList());
  }
}
