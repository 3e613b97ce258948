package org.parley.exchange.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.exchange.incidents.facts.IncidentForm;
import org.parley.exchange.incidents.facts.IncidentReport;
import org.parley.exchange.incidents.facts.IncidentReport.Toll;
import org.parley.exchange.incidents.facts.LogFact;
import org.parley.exchange.incidents.facts.NameMapping;
import org.parley.exchange.incidents.facts.OccurrenceSpan;
import org.parley.exchange.incidents.facts.Site;
import org.parley.exchange.sheet.DayOrder;
import org.parley.guarantees.log.Fact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.log.What;
import org.parley.model.PartyId;
import org.parley.wording.Language;

/// What lines say, and what becomes of lines that say nothing usable.
class IncidentFileTest {

  private static final String TAGS =
      "#meta+id,#event+id,#event+type,#date+occurred,#org+actor,#affected+killed+low,#affected+killed,#affected+killed+high,#org+source\n";
  private static final NameMapping NAMES =
      NameMapping.of(List.of()).with("party Russia = RU\nparty US = US");

  private static void reconciled(Read read, long used, String... asides) {
    assertEquals(List.of(asides), read.codes());
    assertEquals(used, read.reading().used());
    assertEquals(asides.length, read.reading().aside());
    assertTrue(read.reading().isReconciled(), () -> read.reading().toString());
  }

  @Test
  void aRowUnderTagsKeepsEstimatesAndPrecision() {
    Read read =
        Read.of(
            "Incidents of the week\n\nId,Incident,Kind,When,Who,Low,Best,High,Source\n"
                + TAGS
                + "r1,i1,shelling,2026-03-01,Russia,2,3,7,Reuters\n"
                + "r2,i2,shelling,2026-03,Russia,,4,,AFP\n"
                + "r3,i3,shelling,2026-03-01T06:00:00+02:00,Nobody,,,,AFP\n",
            NAMES);
    reconciled(read, 3);
    assertEquals(Set.of(IncidentForm.TAGGED_ROWS), read.reading().forms());
    assertEquals(4, read.reading().linesEmpty());
    IncidentReport first = read.reports().getFirst();
    assertEquals(new Toll(2, 3, 7), first.toll());
    assertEquals(OccurrenceSpan.Precision.DAY, first.when().precision());
    assertEquals("2026-03-01T00:00:00Z", Moments.text(first.when().earliest()));
    assertEquals("2026-03-01T23:59:59Z", Moments.text(first.when().latest()));
    assertTrue(first.actor() != null && new PartyId("RU").equals(first.actor().party()));
    assertEquals(new Toll(4, 4, 4), read.reports().get(1).toll());
    assertEquals(OccurrenceSpan.Precision.MONTH, read.reports().get(1).when().precision());
    assertEquals("2026-03-01T04:00:00Z", Moments.text(read.reports().get(2).when().earliest()));
    assertEquals(OccurrenceSpan.Precision.MOMENT, read.reports().get(2).when().precision());
  }

  @Test
  void rowsMayHoldOtherFactsThanReports() {
    Read read =
        Read.of(
            """
            #meta+id;#meta+fact;#event+id;#date+occurred;#org+by;#event+act;#meta+answer;#meta+guarantee;#meta+supersedes;#event+milestone
            a;act;i1;2026-03-01T10:00:00Z;US;notice;;;;
            b;finding;i1;2026-03-01T10:00:00Z;Russia;;no;;;
            c;suspension;;2026-03-01T10:00:00Z;US;;;g1;;
            d;retraction;i1;2026-03-02T10:00:00Z;;;;;a;
            e;milestone;;2026-03-02;;;;;;ceasefire
            f;flight;;2026-03-02;;;;;;ceasefire
            g;act;i1;2026-03-01;;notice;;;;
            h;act;i1;2026-03-01;Atlantis;notice;;;;
            """,
            NAMES);
    reconciled(read, 5, "7: not-one-of flight", "8: field-empty", "9: not-a-party Atlantis");
    assertEquals(
        new Fact.Act("i1", new PartyId("US"), "notice"),
        assertInstanceOf(LogFact.class, read.records().getFirst()).entry().fact());
    assertEquals("a", read.records().get(3).entries().getFirst().supersedes());
  }

  @Test
  void badRowsAreKeptAsideAndTheRestUsed() {
    Read read =
        Read.of(
            TAGS
                + "r1,i1,shelling,2026-03-01,Russia,2,3,7,Reuters\n"
                + "r2,i2,shelling,2026-02-30,Russia,2,3,7,Reuters\n"
                + "r3,i3,shelling,2026-03-01,Russia,2,3\n"
                + "r4,i4,,2026-03-01,Russia,2,3,7,Reuters\n"
                + "r5,i5,shelling,2026-03-01,Russia,2,-3,7,Reuters\n"
                + "r6,\"i6,shelling,2026-03-01,Russia,2,3,7,Reuters\n"
                + "r7,i7,shelling,2026-03-01,Russia,2,3,7,Reuters\n"
                + "r8,\"i8\"x,shelling,2026-03-01,Russia,2,3,7,Reuters\n"
                + "r1,i1,shelling,2026-03-01,Russia,2,3,7,Reuters\n"
                + "r1,i1,shelling,2026-03-02,Russia,2,3,7,Reuters\n"
                + ",,,,,,,,\n"
                + "=1+cmd|' /C calc'!A0,i9,shelling,2026-03-01,\"Russia\",2,3,7,\"Re\nuters\"\n"
                + "r10,i10,shelling,2026-03-0",
            NAMES);
    reconciled(
        read,
        3,
        "3: not-a-date-or-moment 2026-02-30",
        "4: wrong-number-of-cells",
        "5: field-empty",
        "6: not-a-count -3",
        "7: text-after-quotation",
        "9: text-after-quotation",
        "10: repeats-record",
        "11: id-of-another-record r1",
        "15: wrong-number-of-cells");
    assertEquals("=1+cmd|' /C calc'!A0", read.reports().getLast().id());
    assertEquals("Re\nuters", read.reports().getLast().accounts().getFirst().source());
  }

  @Test
  void ploverInOldAndNewNamesAndCameo() {
    Read read =
        Read.of(
            """
            {"id":"p1","date":"2026-03-01","event":["ASSAULT"],"mode":["drone"],"context":["military"],"actor":[{"code":"Russia"}],"recipient":[{"code":"UKR"}],"size":{"dead":4},"cite":{"publication":"AFP"}}
            {"id":"p2","date":"2026-03-01","event":"FIGHT","source":[{"actorText":"Russian","code":"Russia"}],"target":"","mode":"","context":"military, legal","dead":"Thousands","publication":"Reuters"}
            {"id":"p3","date":"2026-03-01","event":"195","actor":[{"code":"Russia"}]}
            {"id":"p4","date":"2026-03-01","event":"0871","actor":[{"code":"Russia"}]}
            {"id":"p5","date":"2026-03-01","event":"99","actor":[{"code":"Russia"}]}
            {"id":"p6","event":"ASSAULT"}
            {"id":"p7","date":"2026-03-01","event":"ASSA
            {"id":"p8","id":"p9","date":"2026-03-01","event":"ASSAULT"}
            {"id":"p10","date":"2026-03-01","event":"ASSAULT"
            {"id":"p11","date":"2026-03-01","event":"ASSAULT"} and more
            not json
            {"id":"p12","date":"2026-03-01","event":"DOCUMENT"}
            """,
            NAMES);
    reconciled(
        read,
        5,
        "5: not-a-cameo-code 99",
        "6: field-empty",
        "7: string-not-closed",
        "8: not-json",
        "9: object-not-closed",
        "10: outside-objects",
        "11: outside-objects",
        "12: documents-the-file");
  }

  @Test
  void geoJsonAsACollectionOnOneLineOrManyOrInSequence() {
    String feature =
        """
        {"type":"Feature","id":"%s","geometry":{"type":"Point","coordinates":[37.5,48.0]},"properties":{"kind":"shelling","occurred":"2026-03-01","actor":"Russia","best":2,"traits":["a","b"]}}""";
    String one = feature.formatted("f1");
    String two = feature.formatted("f2");
    String around =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\"},\"features\":[%s],\"bbox\":[1,2,3,4]}";
    for (String text :
        List.of(
            around.formatted(one + "," + two),
            around.formatted("\n" + one + ",\n" + two + "\n"),
            around.replace(",", ",\n").formatted(one.replace(",", ",\n  ") + "\n,\n" + two),
            "\u001e" + one + "\n\u001e" + two + "\n",
            one + "\n" + two)) {
      Read read = Read.of(text, NAMES);
      reconciled(read, 2);
      assertEquals(Set.of(IncidentForm.GEO_JSON), read.reading().forms());
      IncidentReport report = read.reports().getFirst();
      assertEquals("f1", report.id());
      assertEquals(Set.of("a", "b"), report.traits());
      assertTrue(
          report.where() != null && "48.0".equals(String.valueOf(report.where().latitude())));
    }
    Read cut =
        Read.of(
            around.formatted("\n" + one + ",\n" + two).replaceAll("\\]\\s*,\"bbox.*", ""), NAMES);
    reconciled(cut, 2, "4: features-not-closed");
    Read swapped = Read.of(one.replace("[37.5,48.0]", "[37.5,148.0]"), NAMES);
    reconciled(swapped, 0, "1: latitude-out-of-range 148.0");
    Read wide =
        Read.of(
            one.replace("\"Point\"", "\"LineString\"").replace("[37.5,48.0]", "[[37,48],[38,49]]"),
            NAMES);
    Site site = wide.reports().getFirst().where();
    assertTrue(site != null && Site.Precision.AREA == site.precision());
    assertEquals("48.5000000", String.valueOf(site.latitude()));
  }

  @Test
  void encodingsLineEndsAndPieces() {
    String text =
        TAGS
            + "r1,i1,shelling,2026-03-01,Россия,2,3,7,„Zeitung“\n\nr2,i2,shelling,2026-03-01,R,2,3,7,é\n";
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (int piece : new int[] {1, 2, 3, 7, 1_000}) {
      Read read = Read.of(utf8, NAMES, piece);
      reconciled(read, 2);
      assertEquals(4, read.reading().lines());
    }
    for (String ends : List.of("\r\n", "\r")) {
      reconciled(Read.of(text.replace("\n", ends), NAMES), 2);
    }
    reconciled(Read.of("\uFEFF" + text, NAMES), 2);
    for (Charset wide : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes((wide.name().equals("UTF-16") ? text : "\uFEFF" + text).getBytes(wide));
      Read read = Read.of(bytes.toByteArray(), NAMES, 5);
      reconciled(read, 2);
      assertEquals("„Zeitung“", read.reports().getFirst().accounts().getFirst().source());
    }
    Read old =
        Read.of(
            text.replace("Россия", "R").getBytes(Charset.forName("windows-1252")), NAMES, 1_000);
    reconciled(old, 2);
    assertEquals(2, old.reading().inOtherEncoding());
    assertEquals("„Zeitung“", old.reports().getFirst().accounts().getFirst().source());
  }

  @Test
  void binaryAndOverlongLines() {
    String row = "r%d,i%d,shelling,2026-03-01,Russia,2,3,7,Reuters\n";
    Read read =
        Read.of(
            TAGS
                + row.formatted(1, 1)
                + "\u0000\u0001\u0002,PK\u0003\n"
                + row.formatted(2, 2)
                + "x".repeat(20_000_000)
                + "\n"
                + "y".repeat(2_000_000)
                + "\n"
                + row.formatted(3, 3),
            NAMES);
    reconciled(read, 3, "3: not-text", "5: overlong-line", "6: overlong-line");
    reconciled(Read.of(""), 0);
    reconciled(Read.of("\n \n"), 0);
    reconciled(Read.of("just\nwords"), 0, "1: no-column-names", "2: no-column-names");
    reconciled(Read.of("{\"a\":".repeat(100)), 0, "1: brackets-too-deep");
    Read deep = Read.of("{\"a\":\n".repeat(100));
    assertTrue(deep.reading().isReconciled());
    assertEquals(100, deep.reading().aside());
  }

  /// Where a file says between whom it happened and no more, nobody is said to have done it.
  @Test
  void whoDidItIsLeftOpenWhereTheFileLeavesIt() {
    Read read =
        Read.of(
            """
            {"id":"b1","kind":"clash","occurred":"2026-03-01","between":["Russia","US"]}
            {"id":"b2","kind":"clash","occurred":"2026-03-01","between":"Russia; Nobody"}
            {"id":"b3","kind":"clash","occurred":"2026-03-01","between":"Russia; RUSSIA"}
            {"id":"b4","kind":"clash","occurred":"2026-03-01","between":"Russia"}
            {"id":"b5","kind":"clash","occurred":"2026-03-01","between":"Russia;US","actor":"US"}
            """,
            NAMES);
    reconciled(read, 3, "4: not-two-sides Russia", "5: not-two-sides Russia;US");
    PartyId russia = new PartyId("RU");
    List<What> said =
        read.reports().stream()
            .map(each -> ((Fact.Report) each.entries().getFirst().fact()).what())
            .toList();
    assertEquals(What.between("clash", russia, new PartyId("US")), said.get(0));
    assertEquals(List.of(russia), said.get(1).between());
    assertEquals(What.of("clash", russia, russia), said.get(2));
  }

  /// What the reader of a report sees of lines that are kept aside, and in which language.
  @Test
  void reasonsAreWordedInTheLanguageOfTheReader() {
    Read read =
        Read.of(
            TAGS
                + "r1,i1,shelling,2026-02-30,Russia,2,3,7,Reuters\n"
                + "r2,i2,shelling,2026-03-01,Russia,2,3\n");
    assertEquals(
        List.of(
            "2: occurred is neither a date nor a moment: \"2026-02-30\". Maybe write 2026-03-01, or"
                + " 2026-03-01T06:00:00Z with the zone.",
            "3: the number of cells is 7, and the heading has 9. Maybe the row is cut short, or a cell with a"
                + " separator lacks its quotation marks."),
        read.reasons());
    ScopedValue.where(Language.CURRENT, Language.FRENCH)
        .run(
            () ->
                assertEquals(
                    "3: le nombre de cellules est 7, et l’en-tête en compte 9. La ligne est peut-être tronquée,"
                        + " ou une cellule contenant un séparateur n’est pas entre guillemets.",
                    read.reasons().getLast()));
  }

  /// A stretch whose length no number of seconds holds is a date that cannot be used.
  @Test
  void anEndBeyondEveryDateIsNamed() {
    reconciled(
        Read.of(
            """
            {"id":"e1","kind":"clash","occurred":"2026-03-02","occurred-end":"2026-03-01"}
            {"id":"e2","kind":"clash","occurred":"1400-03-02","occurred-end":"2026/.."}
            """,
            NAMES),
        0,
        "1: end-before-start 2026-03-01",
        "2: not-a-date-or-moment 2026/..");
  }

  @Test
  void unknownNamesAreCountedAndKept() {
    NameMapping names = NameMapping.of(List.of());
    Read read = Read.of(TAGS + "r1,i1,shelling,2026-03-01,Russia,2,3,7,Reuters\n", names);
    assertEquals(java.util.Map.of("Russia", 1), names.unknown());
    IncidentReport report = read.reports().getFirst();
    assertTrue(report.actor() != null && report.actor().written().equals("Russia"));
    assertTrue(report.actor().party() == null);
  }

  /// The first days of the events of a table.
  private static List<String> days(String head, String... rows) {
    Read read = Read.of(head + "\n" + String.join("\n", rows) + "\n");
    assertEquals(List.of(), read.reasons());
    return days(read);
  }

  @Test
  void oneDateOfAFileShowsWhetherTheMonthComesFirst() {
    String head = "event_id_cnty,event_date,event_type,actor1,actor2,fatalities";
    assertEquals(
        List.of("2025-12-01", "2025-12-22", "2025-02-03"),
        days(
            head,
            "A1,12/1/2025,Battles,Arda,Brenn,2",
            "A2,12/22/2025,Battles,Arda,Brenn,2.0",
            "A3,2/3/2025,Battles,Arda,Brenn,2"));
    String ged =
        "id,type_of_violence,side_a,side_b,date_start,date_end,date_prec,where_prec,low,best,high";
    assertEquals(
        List.of("2025-12-01", "2025-12-22"),
        days(
            ged,
            "1,1,Arda,Brenn,01/12/2025,01/12/2025,1,1,0,1,2",
            "2,1,Arda,Brenn,22/12/2025,22/12/2025,1,1,0,1,2"));
  }

  /// As in published files of UCDP GED.
  @Test
  void daysOfSourcesHaveTheDayFirstWhereThoseOfEventsHaveTheMonth() {
    Read read =
        Read.of(
            """
            id,type_of_violence,side_a,side_b,date_start,date_end,date_prec,where_prec,low,best,high,source_office,source_date
            1,1,Arda,Brenn,1/22/2025,1/22/2025,1,1,0,1,2,Wire,05/02/2025
            """);
    assertEquals(List.of("2025-01-22"), days(read));
    long reported = read.reports().getFirst().accounts().getFirst().reported();
    assertEquals("2025-02-05T23:59:59Z", Instant.ofEpochSecond(reported).toString());
  }

  /// No order is guessed, neither for tables of others nor for rows under tags.
  @Test
  void aDateThatMayBeTwoDaysIsSetAsideUnlessItIsSaidWhichComesFirst() {
    String acled =
        """
        event_id_cnty,event_date,event_type,actor1,actor2,fatalities
        A1,12/1/2025,Battles,Arda,Brenn,2
        A2,3/3/2025,Battles,Arda,Brenn,2
        A3,2025-12-01,Battles,Arda,Brenn,2
        """;
    Read unknown = Read.of(acled);
    assertEquals(List.of("2: day-or-month-first 12/1/2025"), unknown.codes());
    assertEquals(List.of("2025-03-03", "2025-12-01"), days(unknown));
    assertEquals(
        List.of("2025-01-12", "2025-03-03", "2025-12-01"),
        days(Read.of(acled, DayOrder.DAY_FIRST)));
    assertEquals(
        List.of("2025-12-01", "2025-03-03", "2025-12-01"),
        days(Read.of(acled, DayOrder.MONTH_FIRST)));
    String tagged =
        """
        #meta+id,#event+type,#date+occurred,#date+reported
        r1,shelling,05/03/2026,06/03/2026
        r2,shelling,04/03/2026,13/03/2026
        """;
    assertEquals(List.of("2026-03-05", "2026-03-04"), days(Read.of(tagged)));
    Read one = Read.of(tagged.lines().limit(2).collect(Collectors.joining("\n")));
    assertEquals(List.of("2: day-or-month-first 05/03/2026"), one.codes());
    assertEquals(
        List.of("2: not-a-calendar-day 13/03/2026", "3: not-a-calendar-day 13/03/2026"),
        Read.of(tagged.replace("05/03", "13/03"), DayOrder.MONTH_FIRST).codes());
  }

  private static List<String> days(Read read) {
    return read.reports().stream()
        .map(each -> Instant.ofEpochSecond(each.when().earliest()).toString().substring(0, 10))
        .toList();
  }

  @Test
  void dayWordsAndCommasOfSpreadsheetsAreRead() {
    assertEquals(
        List.of("2025-12-01", "2025-12-02", "2025-12-03", "2025-12-04"),
        days(
            "event_id_cnty;event_date;event_type;actor1;actor2;fatalities;latitude;longitude",
            "A1;01-Dec-25;Battles;Arda;Brenn;2;1,25;30,5",
            "A2;2-déc.-25;Battles;Arda;Brenn;2;1,25;30,5",
            "A3;3.12.2025;Battles;Arda;Brenn;2;1,25;30,5",
            "A4;December 4, 2025;Battles;Arda;Brenn;2;1,25;30,5"));
  }

  @Test
  void answersOfAnInterfaceAndFeaturesAreRowsOfTheirTable() {
    String row =
        "\"event_id_cnty\":\"A1\",\"event_date\":\"2025-12-01\",\"event_type\":\"Battles\","
            + "\"actor1\":\"Arda\",\"actor2\":\"Brenn\",\"fatalities\":\"2\"";
    Read answer = Read.of("{\"status\":200,\"data\":[{" + row + "}],\"count\":1}");
    Read feature =
        Read.of(
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[30.5,1.25]},"
                + "\"properties\":{"
                + row
                + "}}");
    for (Read each : List.of(answer, feature)) {
      assertEquals(List.of(), each.reasons());
      assertEquals("acled-A1", each.reports().getFirst().id());
    }
    Site where = feature.reports().getFirst().where();
    assertEquals("1.25", where == null ? "" : String.valueOf(where.latitude()));
  }

  /// Thousands are no decimals, and hyphens leave open which number is the day.
  @Test
  void countsWithThousandsAndDaysWithHyphensAreNeverOthers() {
    String rows =
        """
        #event+id;#date+occurred;#event+type;#affected+killed
        i1;3 марта 2026;shelling;1,234
        i2;2026-03-03 14:30;shelling;1 200
        i3;03.03.2026;shelling;1,000
        i4;05-06-2026;shelling;3
        i5;05/06/26;shelling;2.0
        """;
    Read read = Read.of(rows);
    reconciled(
        read,
        2,
        "4: not-a-count 1,000",
        "5: day-or-month-first 05-06-2026",
        "6: day-or-month-first 05/06/26");
    assertEquals(List.of("2026-03-03", "2026-03-03"), days(read));
    assertEquals(new Toll(1234, 1234, 1234), read.reports().getFirst().toll());
    assertEquals(new Toll(1200, 1200, 1200), read.reports().getLast().toll());
    assertEquals("2026-06-05", days(Read.of(rows, DayOrder.DAY_FIRST)).getLast());
  }

  @Test
  void theCentreOfAnAreaAcrossTheDateLineIsAtTheDateLine() {
    Read read =
        Read.of(
            """
            {"type":"Feature","id":"f","geometry":{"type":"Polygon","coordinates":[[[179,-17],[-177,-17],[-177,-16],[179,-16],[179,-17]]]},"properties":{"kind":"clash","occurred":"2026-03-02"}}
            """);
    Site site = read.reports().getFirst().where();
    assertEquals("-179.0000000", site == null ? "" : String.valueOf(site.longitude()));
  }
}
