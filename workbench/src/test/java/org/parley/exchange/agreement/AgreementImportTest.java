package org.parley.exchange.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.LoadResult;
import org.parley.casefile.Loader;
import org.parley.casefile.yaml.SourceText;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.model.date.Edtf;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Point;
import org.parley.model.text.Segment;
import org.parley.model.text.TextStatus;

/// A text of an agreement as points: new ones, further versions, and what is refused.
class AgreementImportTest {

  private static final String TEXT =
      """
      AGREEMENT ON THE RIVER
      Arda and Brenn,
      Have agreed as follows:
      Chapter I
      Water
      Article 1
      Share
      1. The Parties [shall][should] share the water.
      2. [Arda: At once][the Brenn: no text] they meet.
      Article 3. The dam is closed.
      Done at Aro on 2 March 2025.
      Annex
      Article 1
      A map.
      """;

  private static final String CASE =
      """
      case: {title: The river, columns: [A, B]}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - id: p1
          instrument: treaty
          number: "1"
          title: Water
        - {id: p9, instrument: treaty, number: "9", title: Fish}
      """;

  private static CaseView view() {
    LoadResult result =
        Loader.load(
            new CaseFiles.FolderTexts(
                List.of(new SourceText("a.yaml", CASE)), List.of(), List.of()));
    return ((LoadResult.Loaded) result).contents().viewFor(new Viewer.Mediator());
  }

  private static ImportedAgreement read(String text, String instrument, AgreementDepth depth) {
    CaseView view = view();
    return AgreementImport.read(
        text,
        new AgreementImport.AgreementContext(
            view,
            new HashSet<>(References.declared(view.records())),
            "",
            new Visibility.Mediator()),
        new AgreementDetails(
            instrument,
            InstrumentKind.TREATY,
            "1",
            Edtf.of("2025-03-02"),
            TextStatus.ROLLING_TEXT,
            "en",
            List.of(),
            depth));
  }

  /// A line a point: depth, id, number, title, and an asterisk for headings.
  private static List<String> outline(ImportedAgreement read) {
    return read.lines().stream()
        .map(
            each ->
                "  ".repeat(each.depth())
                    + each.point().id()
                    + " "
                    + each.point().number()
                    + " "
                    + each.point().title().text()
                    + (each.point().heading() ? " *" : ""))
        .toList();
  }

  /// A note stands below its paragraph.
  @Test
  void aTitleFromWordsHasNoMarkOfANote() {
    String text =
        """
        Article 1
        1. Quotas are reviewed annually.*
        * As reported.
        2. They are published.
        """;
    ImportedAgreement read = read(text, "Fish accord", AgreementDepth.PARAGRAPHS);
    assertEquals(
        List.of("Article 1", "Quotas are reviewed annually", "They are published"),
        read.lines().stream().map(each -> each.point().title().text()).toList());
  }

  @Test
  void articlesBecomePointsInTheirChapters() {
    ImportedAgreement read = read(TEXT, "River accord", AgreementDepth.ARTICLES);
    assertEquals(List.of(), read.faults());
    assertEquals(
        List.of(
            "river-accord-preamble Preamble Preamble *",
            "river-accord-chapter-i Chapter I Water *",
            "  river-accord-1 1 Share",
            "  river-accord-3 3 The dam is closed",
            "river-accord-closing-and-signatures Closing and signatures Closing and signatures *",
            "river-accord-annex Annex Annex *",
            "  river-accord-annex-1 1 A map"),
        outline(read));
    assertEquals(8, read.added().size());
    assertEquals(1, read.doubtful(), "article 3 after article 1");
  }

  @Test
  void bracketsHaveTheirHolders() {
    Point article = (Point) read(TEXT, "River accord", AgreementDepth.ARTICLES).added().get(3);
    List<Segment> text = article.texts().getFirst().text();
    assertEquals(
        List.of(
            new Segment.Plain("1. The Parties "),
            new Segment.Bracket(
                null,
                List.of(
                    new Segment.Alternative(List.of(), "shall", false),
                    new Segment.Alternative(List.of(), "should", false))),
            new Segment.Plain(" share the water.\n2. "),
            new Segment.Bracket(
                null,
                List.of(
                    new Segment.Alternative(List.of(new PartyId("A")), "At once", false),
                    new Segment.Alternative(List.of(new PartyId("B")), null, true))),
            new Segment.Plain(" they meet.")),
        text);
  }

  @Test
  void paragraphsBecomePointsWhereAskedFor() {
    assertEquals(
        List.of(
            "  river-accord-1 1 Share *",
            "    river-accord-1-1 1(1) The Parties [shall][should] share the water",
            "    river-accord-1-2 1(2) [Arda: At once][the Brenn: no text] they meet"),
        outline(read(TEXT, "River accord", AgreementDepth.PARAGRAPHS)).subList(2, 5));
  }

  /// A paragraph after a list has a number by its place, of which the text knows nothing.
  @Test
  void aParagraphAfterAListIsAPointOfItsOwnWhereAllAre() {
    String text =
        """
        Article 1
        The Parties shall:

            (a) share the water;

            (b) close the dam.

        They do so each spring.

        Article 2
        They meet.
        """;
    ImportedAgreement read = read(text, "River accord", AgreementDepth.ALL);
    assertEquals(List.of(), read.faults());
    assertEquals(
        List.of("1", "1(a)", "1(b)", "1¶1", "2"),
        read.lines().stream().map(each -> each.point().number()).toList());
  }

  @Test
  void whatIsOnRecordGetsAVersionAndWhatIsMissingIsNamed() {
    ImportedAgreement read =
        read("1. The water is shared.\n2. The dam is closed.\n", "treaty", AgreementDepth.ARTICLES);
    assertEquals(List.of("treaty-2"), ids(read.added()));
    assertEquals(List.of("p1"), ids(read.changed()));
    Point water = (Point) read.changed().getFirst();
    assertEquals("Water", water.title().text());
    assertEquals(
        List.of(new Segment.Plain("The water is shared.")), water.texts().getFirst().text());
    assertEquals(List.of("9"), read.missing().stream().map(Point::number).toList());
  }

  @Test
  void whatCannotGoOnRecordSaysWhy() {
    assertTrue(
        fault(read("No number.\n", "treaty", AgreementDepth.ARTICLES)).contains("no numbered"));
    assertTrue(fault(read(TEXT, " ", AgreementDepth.ARTICLES)).contains("which instrument"));
    String many =
        String.join(
            "\n",
            Stream.iterate(1, i -> i + 1)
                .limit(AgreementImport.MOST_PROVISIONS + 1L)
                .map(i -> "Article " + (i % 999 + 1))
                .toList());
    assertTrue(fault(read(many, "x", AgreementDepth.ARTICLES)).contains("more than 2"));
  }

  @Test
  void aNumberThatStandsTwiceIsTakenTwice() {
    ImportedAgreement read =
        read("1. One.\n2. Two.\n2. Two again.\n", "Accord", AgreementDepth.ARTICLES);
    assertEquals(
        List.of("1", "2", "2/2"), read.lines().stream().map(l -> l.point().number()).toList());
    assertEquals(1, read.doubtful());
  }

  private static List<String> ids(List<CaseRecord> records) {
    return records.stream().map(each -> each.id().value()).toList();
  }

  private static String fault(ImportedAgreement read) {
    return Objects.requireNonNull(read.faults().getFirst()).sentence();
  }

  @Test
  void aHeadingWithoutANumberIsCountedApart() {
    String text =
        "Article 1. Water is shared.\nDone at Aro.\nPROTOCOL ON MAPS\nArticle 1. Maps are drawn.\n";
    assertEquals(
        List.of(
            "river-accord-1 1 Water is shared",
            "river-accord-closing-and-signatures Closing and signatures Closing and signatures *",
            "river-accord-1-2 §1 PROTOCOL ON MAPS *",
            "  river-accord-1-2-1 1 Maps are drawn"),
        outline(read(text, "River accord", AgreementDepth.ARTICLES)));
  }
}
