package org.parley.exchange.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.exchange.SharedData;
import org.parley.genius.file.InputFile;
import org.parley.model.LocalizedText;
import org.parley.model.date.Edtf;
import org.parley.outlook.SignedAgreement;
import org.parley.reference.Edition;
import org.parley.reference.KnownAgreement;
import org.parley.reference.KnownAgreement.KnownFate;
import org.parley.reference.KnownAgreement.PointFate;
import org.parley.reference.KnownAgreements;
import org.parley.reference.PaxAgreement;
import org.parley.reference.PrecedentQuery;

/// The list of well-known agreements: its form, and its days against the collections.
@NullMarked
class ShippedAgreementsTest {

  private static final KnownAgreements LIST = ShippedAgreements.get();

  /// PA-X has the days on which these were initialled or planned; the list has their signature.
  private static final Map<String, String> OTHER_DAYS_IN_PAX =
      Map.of("dayton-1995", "1995-11-21", "lusaka-1994", "1994-11-15");

  /// UCDP dates this one by the last signature, of the rebels.
  private static final Map<String, String> OTHER_DAYS_IN_UCDP = Map.of("lusaka-1999", "1999-08-31");

  /// Where the end is another than the one that UCDP codes: by other rules, or after its last year.
  private static final Map<String, String> OTHER_ENDS =
      Map.of(
          "arusha-1993", "1993-08-31",
          "oslo-1993", "2001-02-06",
          "lome-1999", "2000-02-01",
          "lusaka-1999", "1999-09-01",
          "minsk-2014", "2014-11-03");

  private static KnownAgreement get(String id) {
    return LIST.agreements().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyAgreementHasAnIdOfItsOwnASourceAndBothLanguages() {
    Set<String> ids = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    for (KnownAgreement each : LIST.agreements()) {
      assertTrue(ids.add(each.id()), each.id());
      assertTrue(each.id().endsWith("-" + each.signed().getYear()), each.id());
      Integer pax = each.pax();
      assertTrue(pax == null || numbers.add(pax), each.id());
      assertTrue(each.document() != null || each.address() != null, each.id());
      assertFalse(each.parties().isEmpty(), each.id());
      assertTrue(isInBothLanguages(each.name()), each.id());
      assertTrue(each.parties().stream().allMatch(ShippedAgreementsTest::isInBothLanguages));
    }
    assertTrue(LIST.agreements().size() >= 40);
  }

  private static boolean isInBothLanguages(LocalizedText text) {
    return text.byLanguage().keySet().equals(Set.of("en", "fr"))
        && text.byLanguage().values().stream().noneMatch(String::isBlank);
  }

  @Test
  void nothingHappensBeforeTheSignatureOrAfterTheDayOfTheList() {
    for (KnownAgreement each : LIST.agreements()) {
      Edtf end = each.fateOn();
      for (PointFate point : each.points().values()) {
        Edtf done = point.done();
        if (done != null) {
          assertFalse(done.latestDay().isBefore(each.signed()), each.id() + " " + done);
          assertFalse(done.earliestDay().isAfter(LIST.asOf()), each.id() + " " + done);
        }
      }
      if (end != null) {
        assertFalse(end.latestDay().isBefore(each.signed()), each.id());
        assertFalse(end.earliestDay().isAfter(LIST.asOf()), each.id());
      }
    }
  }

  @Test
  void anAgreementIsFoundByAllTopicsTogether() {
    List<String> found =
        LIST.find(PrecedentQuery.of(List.of("StBor", "SsrFf", "SsrGua"))).stream()
            .map(KnownAgreement::id)
            .toList();
    assertEquals(List.of("egypt-israel-1979", "camp-david-1978"), found);
    assertEquals(List.of(), LIST.find(PrecedentQuery.of(List.of())));
    assertEquals(
        Edtf.of("1982-04-25"),
        Objects.requireNonNull(get("egypt-israel-1979").points().get("SsrFf")).done());
  }

  @Test
  void theSignaturesAreThoseOfPax() throws IOException {
    Path folder = SharedData.folder("reference");
    Map<Integer, PaxAgreement> rows = new TreeMap<>();
    PaxReader.read(InputFile.of(folder.resolve("pax-v9-2144.csv")), Edition.PAX_9)
        .forEach(each -> rows.put(each.id(), each));
    for (KnownAgreement each : LIST.agreements()) {
      Integer number = each.pax();
      if (number != null) {
        PaxAgreement row = rows.get(number);
        assertNotNull(row, each.id());
        assertEquals(
            OTHER_DAYS_IN_PAX.getOrDefault(each.id(), each.signed().toString()),
            row.date().toString(),
            each.id());
        Integer accord = row.pamAccord();
        assertTrue(accord == null || accord.equals(each.pam()), each.id());
      }
    }
  }

  @Test
  void theSignaturesAndEndsAreThoseOfUcdp() throws IOException {
    Map<Long, SignedAgreement> rows = new TreeMap<>();
    UcdpReaderTest.rows().agreements().forEach(each -> rows.put(Long.valueOf(each.id()), each));
    for (KnownAgreement each : LIST.agreements()) {
      Long number = each.ucdp();
      if (number != null) {
        SignedAgreement row = rows.get(number);
        assertNotNull(row, each.id());
        assertEquals(
            OTHER_DAYS_IN_UCDP.getOrDefault(each.id(), each.signed().toString()),
            row.signed().toString(),
            each.id());
        LocalDate end = row.endedOn();
        if (OTHER_ENDS.containsKey(each.id())) {
          assertEquals(OTHER_ENDS.get(each.id()), String.valueOf(end), each.id());
        } else {
          assertTrue(isSameEnd(each, end), each.id() + " " + end);
        }
      }
    }
  }

  /// Whether the ends agree as far as UCDP could know: it codes to the end of 2021.
  private static boolean isSameEnd(KnownAgreement agreement, @Nullable LocalDate coded) {
    Edtf end = agreement.fateOn();
    if (coded != null) {
      return end != null && !coded.isBefore(end.earliestDay()) && !coded.isAfter(end.latestDay());
    }
    return end == null || end.earliestDay().getYear() > Edition.UCDP_AGREEMENTS_22_1.lastYear();
  }

  @Test
  void aWrongCellIsNamedWithItsLine() {
    String heading =
        "id,signed,scope,kind,stage,points,fate,fate on,pax,ucdp,pam,document,address,"
            + "name en,name fr,parties en,parties fr\n";
    String right = "a-1999,1999-01-02,mixed,both,partial,Ce=1999,ended,2001,,,,doc,,A,A,X;Y,X;Y\n";
    for (List<String> each :
        List.of(
            List.of("Ce=1999", "Cease"),
            List.of("Ce=1999", "Ce Ce"),
            List.of("Ce=1999", "Ce=soon"),
            List.of("1999-01-02", "2 January 1999"),
            List.of("mixed", "mixture"),
            List.of("ended", "over"),
            List.of("X;Y,X;Y", "X;Y,X"))) {
      BadReferenceException refused =
          assertThrows(
              BadReferenceException.class,
              () ->
                  ShippedAgreements.parse(
                      InputFile.of(
                          "my.csv", heading + right + right.replace(each.get(0), each.get(1)))),
              each.toString());
      assertTrue(String.valueOf(refused.getMessage()).startsWith("my.csv:3"), refused.getMessage());
    }
  }

  @Test
  void theDefinitionOfAnEndNeedsADay() {
    assertEquals(KnownFate.ENDED, get("minsk-2015").fate());
    assertEquals(Edtf.of("2022-02-22"), get("minsk-2015").fateOn());
  }
}
