package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.Case;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidCaseException;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Item;
import org.parley.model.claim.ItemId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.claim.MeetingId;
import org.parley.model.claim.Reliability;
import org.parley.model.claim.Source;
import org.parley.model.claim.SourceId;
import org.parley.model.claim.SourceKind;
import org.parley.model.claim.Subject;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyId;
import org.parley.model.party.PartyKind;
import org.parley.model.position.Grade;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;
import org.parley.model.text.TextStatus;
import org.parley.model.text.TextVersion;

/// Each thing that keeps records from being a case, by one change to records that are one.
class CaseChecksTest {

  private static final Visibility OPEN = new Visibility.Public();
  private static final Visibility HIDDEN = new Visibility.Mediator();

  private final Party a = party("A", List.of());
  private final Party b = party("B", List.of());
  private final Party union = Rewrite.with(party("U", ids("A")), "kind", PartyKind.UNION);
  private final Instrument treaty =
      new Instrument(
          new InstrumentId("treaty"),
          "Treaty",
          null,
          InstrumentKind.TREATY,
          null,
          ids("A", "B"),
          null,
          PackageRule.SEPARABLE,
          List.of(),
          List.of(),
          OPEN);
  private final Source source =
      new Source(
          new SourceId("s"),
          "Paper",
          "Report",
          null,
          Edtf.of("2025-12"),
          "en",
          Reliability.B,
          null,
          SourceKind.REPORT,
          null,
          OPEN);
  private final Option joint =
      new Option(new OptionId("p1.joint"), "Jointly", null, List.of(), List.of(), OPEN);
  private final Point point = point("p1", "1", List.of(joint));
  private final Point other = point("p2", "2", List.of());
  private final Claim earlier = claim("c1", "A", "2025-12-01");
  private final Claim claim = claim("c2", "A", "2025-12-02");
  private final Meeting meeting =
      new Meeting(
          new MeetingId("m"),
          "Talks",
          Edtf.of("2025-12"),
          null,
          MeetingFormat.BILATERAL,
          ids("A", "B"),
          List.of(),
          null,
          null,
          List.of(),
          OPEN);
  private final Position position =
      new Position(
          new PositionId("q"),
          new PartyId("A"),
          new PointId("p1"),
          null,
          null,
          1,
          null,
          Map.of(new OptionId("p1.joint"), Grade.PREFERRED),
          Map.of(),
          List.of(new ClaimId("c1")),
          false,
          OPEN);

  private final List<CaseRecord> all =
      List.of(a, b, union, treaty, source, point, other, earlier, claim, meeting, position);

  private static List<PartyId> ids(String... ids) {
    return List.of(ids).stream().map(PartyId::new).toList();
  }

  private static Party party(String id, List<PartyId> members) {
    return new Party(
        new PartyId(id), "Party", null, PartyKind.STATE, members, null, List.of(), OPEN);
  }

  private static Point point(String id, String number, List<Option> options) {
    return new Point(
        new PointId(id),
        number,
        "Point",
        null,
        new InstrumentId("treaty"),
        Point.Content.REPORTED,
        List.of(),
        null,
        List.of(),
        options,
        List.of(),
        List.of(),
        OPEN);
  }

  private static Claim claim(String id, String party, String said) {
    return new Claim(
        new ClaimId(id),
        "Speaker",
        null,
        new PartyId(party),
        Edtf.of(said),
        null,
        Claim.Channel.PUBLIC,
        List.of(new SourceId("s")),
        null,
        "Words",
        List.of(new PointId("p1")),
        List.of(),
        new Assertion.Agreed(),
        List.of(),
        List.of(),
        List.of(),
        OPEN);
  }

  private List<String> found(List<CaseRecord> records) {
    return CaseChecks.problems(new CaseInfo("Case", null, List.of()), records).stream()
        .map(CaseChecksTest::line)
        .toList();
  }

  private static String line(Problem problem) {
    return String.join(".", problem.path())
        + ": "
        + problem.message()
        + " ["
        + problem.value()
        + "] "
        + problem.advice();
  }

  /// The records, with `changed` in the place of the record of its id.
  private List<CaseRecord> withChanged(CaseRecord changed) {
    List<CaseRecord> records = new ArrayList<>(all);
    records.replaceAll(each -> each.id().equals(changed.id()) ? changed : each);
    return records;
  }

  private <R extends Record & CaseRecord> void check(
      R record, String component, @Nullable Object value, String... problems) {
    assertEquals(List.of(problems), found(withChanged(Rewrite.with(record, component, value))));
  }

  @Test
  void theseAreACase() {
    assertEquals(List.of(), found(all));
    assertEquals(all.size(), Case.of(new CaseInfo("Case", null, ids("A")), all).records().size());
  }

  @Test
  void header() {
    List<Problem> problems = CaseChecks.problems(new CaseInfo(" ", null, ids("Z")), all);
    assertEquals(
        List.of(
            "columns.0: there is no party [Z] Maybe add a party with this id, or correct the name",
            "title: the case has no title [] Maybe name the settlement"),
        problems.stream().map(CaseChecksTest::line).sorted().toList());
    assertTrue(problems.stream().allMatch(each -> each.record() == Problem.CASE_INFO));
  }

  @Test
  void textsHoldNoControlCharacters() {
    check(a, "name", "A\u0007", "name: a control character in this text [U+0007] Maybe remove it");
    check(
        claim,
        "asserts",
        new Assertion.Conditional("if\u0000 so"),
        "asserts.condition: a control character in this text [U+0000] Maybe remove it");
    check(
        meeting,
        "people",
        List.of("Ann", "B\uD800"),
        "people.1: half a character, an unpaired surrogate, in this text [U+D800] Maybe remove it");
    assertEquals(
        List.of("title: a control character in this text [U+001B] Maybe remove it"),
        CaseChecks.problems(new CaseInfo("\u001b[2J", null, List.of()), all).stream()
            .map(CaseChecksTest::line)
            .toList());
  }

  @Test
  void aHiddenPartyIsNoColumn() {
    List<CaseRecord> records = withChanged(Rewrite.with(union, "visibility", HIDDEN));
    assertEquals(
        List.of(
            "columns.0: this party is hidden from some who may read what refers to it [U]"
                + " Maybe restrict the visibility of this record, or widen that of \"U\""),
        CaseChecks.problems(new CaseInfo("Case", null, ids("U")), records).stream()
            .map(CaseChecksTest::line)
            .toList());
  }

  @Test
  void idsAreUniqueWhateverTheyName() {
    List<CaseRecord> records = new ArrayList<>(all);
    records.add(Rewrite.with(point("p1.joint", "3", List.of()), "title", "Twice"));
    assertEquals(
        List.of(
            "id: this id is taken by an option [p1.joint] Maybe choose another id; ids are unique"
                + " in a case, whatever they name"),
        found(records));
    records.set(records.size() - 1, a);
    assertEquals(
        List.of(
            "id: this id is taken by a party [A] Maybe choose another id; ids are unique in a case,"
                + " whatever they name"),
        found(records));
  }

  @Test
  void references() {
    check(claim, "party", new PartyId("AB"), "party: there is no party [AB] Maybe you meant \"A\"");
    check(
        claim,
        "source",
        List.of(new SourceId("nowhere")),
        "source.0: there is no source [nowhere] Maybe add a source with this id, or correct the"
            + " name");
    check(
        claim,
        "about",
        List.of(new PointId("p3")),
        "about.0: there is no point (or other subject) [p3] Maybe you meant \"p1\"");
    check(
        claim,
        "party",
        new PartyId("p1"),
        "party: this is a point, where a party is needed [p1] Maybe add a party with this id, or"
            + " correct the name");
  }

  @Test
  void nothingRefersToWhatSomeOfItsReadersMayNotSee() {
    String advice = "Maybe restrict the visibility of this record, or widen that of \"c1\"";
    assertEquals(
        List.of(
            "claims.0: this claim is hidden from some who may read what refers to it [c1] "
                + advice),
        found(withChanged(Rewrite.with(earlier, "visibility", HIDDEN))));
    assertEquals(
        List.of(
            "claims.0: this claim is hidden from some who may read what refers to it [c1] "
                + advice),
        found(
            withChanged(
                Rewrite.with(earlier, "visibility", new Visibility.Party(new PartyId("A"))))));
  }

  @Test
  void whatIsHiddenOnTwoLevelsIsHiddenFromAllButTheMediator() {
    Option forB = Rewrite.with(joint, "visibility", new Visibility.Party(new PartyId("B")));
    Point forA =
        Rewrite.with(
            Rewrite.with(other, "options", List.of(Rewrite.with(forB, "id", new OptionId("o")))),
            "visibility",
            new Visibility.Party(new PartyId("A")));
    List<CaseRecord> records = withChanged(forA);
    records.add(
        Rewrite.with(
            Rewrite.with(claim, "about", List.of(new PointId("p2"))),
            "visibility",
            new Visibility.Party(new PartyId("A"))));
    CaseRecord prefers =
        Rewrite.with(
            Rewrite.with((Claim) records.removeLast(), "id", new ClaimId("c3")),
            "asserts",
            new Assertion.Prefers(new OptionId("o")));
    records.add(prefers);
    assertEquals(
        List.of(
            "asserts.option: this option is hidden from some who may read what refers to it [o]"
                + " Maybe restrict the visibility of this record, or widen that of \"o\""),
        found(records));
  }

  @Test
  void circles() {
    String tail = " Maybe remove one of its links";
    check(union, "members", ids("U"), "members: a circle: it leads back to itself [U]" + tail);
    check(
        source,
        "relays",
        new SourceId("s"),
        "relays: a circle: it leads back to itself [s]" + tail);
    check(
        treaty,
        "partOf",
        new InstrumentId("treaty"),
        "partOf: a circle: it leads back to itself [treaty]" + tail);
    check(
        claim,
        "contradicts",
        List.of(new ClaimId("c2")),
        "supersedes: a circle: it leads back to itself [c2]" + tail);
  }

  @Test
  void aLongChainIsNoCircle() {
    List<CaseRecord> records = new ArrayList<>(all);
    for (int i = 0; i < 20_000; i++) {
      records.add(
          Rewrite.with(
              Rewrite.with(source, "id", new SourceId("s" + i)),
              "relays",
              new SourceId(i == 0 ? "s" : "s" + (i - 1))));
    }
    assertEquals(List.of(), found(records));
  }

  @Test
  void parties() {
    check(a, "name", " ", "name: no name [ ] Maybe write one");
    check(union, "members", ids("A", "A"), "members.1: named twice [A] Maybe name it once");
    check(
        b,
        "members",
        ids("A"),
        "members: a state or armed group has no members [[A]] Maybe make it a coalition");
    check(
        a,
        "iso3166",
        "UA",
        "iso3166: not an ISO 3166-1 alpha-3 code [UA] Maybe write three capital letters: UKR, USA,"
            + " RUS");
    check(a, "iso3166", "UKR");
  }

  @Test
  void points() {
    check(point, "title", "", "title: no title [] Maybe write one");
    check(point, "number", "", "number: no number [] Maybe write one");
    check(point, "weight", 0, "weight: a weight is 1 or more [0] Maybe leave it out");
    check(
        point,
        "topics",
        List.of("Ce", "guarantees"),
        "topics.1: not a PA-X topic code [guarantees] Maybe write a code of the PA-X codebook:"
            + " SsrGua, Ce, TpsAut");
    check(
        other,
        "number",
        "1",
        "number: another point of \"treaty\" has this number [1] Maybe number it differently");
  }

  @Test
  void texts() {
    TextVersion text =
        new TextVersion("1", Edtf.of("2025"), TextStatus.REPORTED, List.of(), List.of(), OPEN);
    check(
        point,
        "texts",
        List.of(text, text),
        "texts.1.version: another text of this point has this version [1] Maybe number it"
            + " differently");
    check(
        point,
        "texts",
        List.of(Rewrite.with(text, "text", List.of(new Segment.Bracket(null, List.of())))),
        "texts.0.text.0: a bracket without alternatives [] Maybe add what its holders want");
    for (Segment.Alternative wrong :
        List.of(
            new Segment.Alternative(ids("A"), "words", true),
            new Segment.Alternative(ids("A"), null, false))) {
      check(
          point,
          "texts",
          List.of(Rewrite.with(text, "text", List.of(new Segment.Bracket(null, List.of(wrong))))),
          "texts.0.text.0: an alternative needs either words or noText: true ["
              + (wrong.noText() ? "words" : "")
              + "] Maybe keep one of the two");
    }
  }

  @Test
  void sources() {
    check(source, "publisher", "", "publisher: no publisher [] Maybe write one");
    check(source, "title", "", "title: no title [] Maybe write one");
    check(
        source,
        "language",
        "english_",
        "language: not a BCP 47 language tag [english_] Maybe write en, uk, ru or fr");
  }

  @Test
  void claims() {
    check(claim, "speaker", "", "speaker: no speaker [] Maybe write one");
    check(
        claim,
        "paraphrase",
        " ",
        "quote: neither quote nor paraphrase [] Maybe say in a sentence what was said");
    check(claim, "quote", "x".repeat(500));
    check(
        claim,
        "quote",
        "x".repeat(501),
        "quote: longer than 500 characters ["
            + "x".repeat(40)
            + "...] Maybe quote the words that matter");
    check(
        claim,
        "source",
        List.of(),
        "source: a claim without source [] Maybe name where it was read");
    check(claim, "about", List.of(), "about: a claim about nothing [] Maybe write about: whole");
    check(
        claim,
        "between",
        ids("A"),
        "between: between one party alone [A] Maybe name all parties among whom it is said to hold,"
            + " or none");
    check(claim, "between", ids("A", "A"), "between.1: named twice [A] Maybe name it once");
    check(
        claim,
        "known",
        Edtf.of("2025-12-01"),
        "known: known before it was said [2025-12-01] Maybe swap said and known");
    check(claim, "known", Edtf.of("2025-12"));
  }

  @Test
  void aPreferenceIsAboutThePointItsOptionSettles() {
    CaseRecord prefers =
        Rewrite.with(
            Rewrite.with(claim, "about", List.of(new PointId("p2"))),
            "asserts",
            new Assertion.Prefers(joint.id()));
    assertEquals(
        List.of("asserts: this option belongs to \"p1\" [p1.joint] Maybe write about: p1"),
        found(withChanged(prefers)));
  }

  @Test
  void corrections() {
    check(
        earlier,
        "supersedes",
        List.of(new ClaimId("c2")),
        "said: it corrects a claim that was said later, c2 [2025-12-01] Maybe swap them");
    Claim ofB = Rewrite.with(claim, "party", new PartyId("B"));
    check(
        ofB,
        "retracts",
        List.of(new ClaimId("c1")),
        "retracts.0: a party can only take back its own words; this claim is by A [c1] Maybe write"
            + " contradicts");
    check(ofB, "contradicts", List.of(new ClaimId("c1")));
    check(claim, "retracts", List.of(new ClaimId("c1")));
  }

  @Test
  void meetings() {
    check(meeting, "title", "", "title: no title [] Maybe write one");
    check(
        meeting,
        "participants",
        ids("A", "A"),
        "participants.1: named twice [A] Maybe name it once");
  }

  @Test
  void positions() {
    check(
        position, "rank", 0, "rank: a rank is 1 or more [0] Maybe rank the most important point 1");
    check(
        position,
        "claims",
        List.of(),
        "claims: a position that rests on nothing [q] Maybe name the claims it rests on, or write"
            + " illustrative: true");
    check(
        position,
        "point",
        new PointId("p2"),
        "grades.p1.joint: this option belongs to \"p1\" [p1.joint] Maybe write point: p1");
    List<CaseRecord> records = new ArrayList<>(all);
    records.add(Rewrite.with(position, "id", new PositionId("q2")));
    assertEquals(
        List.of(
            "point: another position of \"A\" on this point has the same visibility [p1] Maybe"
                + " merge the two"),
        found(records));
  }

  @Test
  void whatIsListedIsListedOnce() {
    check(
        claim,
        "source",
        List.of(source.id(), source.id()),
        "source.1: named twice [s] Maybe name it once");
    check(
        claim,
        "about",
        List.of(point.id(), other.id(), point.id()),
        "about.2: named twice [p1] Maybe name it once");
    check(treaty, "title", "", "title: no title [] Maybe write one");
  }

  @Test
  void itemsSayWhatBecameOfThemAndWhy() {
    Item item =
        new Item(
            new ItemId("i1"),
            "Words",
            List.of(source.id()),
            List.of(new Subject.Whole()),
            Edtf.of("2025-03-02"),
            null,
            null,
            null,
            OPEN);
    assertEquals(List.of(), itemProblems(item));
    item(item, "text", " ", "text: no text [ ] Maybe write one");
    item(
        item,
        "source",
        List.of(source.id(), source.id()),
        "source.1: named twice [s] Maybe name it once");
    item(
        item,
        "about",
        List.of(point.id(), point.id()),
        "about.1: named twice [p1] Maybe name it once");
    item(item, "decision", new Item.Decision.Recorded(List.of(claim.id())));
    item(
        item,
        "decision",
        new Item.Decision.Recorded(List.of()),
        "decision: no claims [] Maybe name those drawn from it");
    item(
        item,
        "decision",
        new Item.Decision.Rejected(Item.Ground.DUPLICATE, ""),
        "decision.because: no reason [] Maybe say it in a sentence");
    item(
        item,
        "decision",
        new Item.Decision.InformationOnly(" "),
        "decision.because: no reason [] Maybe say it in a sentence");
    item(
        item,
        "decidedBy",
        "Ann",
        "decidedBy: nothing was decided about it [Ann] Maybe say what, or leave this out");
    item(
        Rewrite.with(item, "decision", new Item.Decision.InformationOnly("Known.")),
        "decided",
        Edtf.of("2025-03-01"),
        "decided: decided before it came in [2025-03-01] Maybe swap arrived and decided");
  }

  private List<String> itemProblems(Item item) {
    List<CaseRecord> records = new ArrayList<>(all);
    records.add(item);
    return found(records);
  }

  private void item(Item item, String component, @Nullable Object value, String... problems) {
    assertEquals(List.of(problems), itemProblems(Rewrite.with(item, component, value)));
  }

  @Test
  void everyProblemIsReportedAndCarried() {
    List<CaseRecord> records = new ArrayList<>(withChanged(Rewrite.with(a, "name", "")));
    records.set(1, Rewrite.with(b, "iso3166", "X"));
    InvalidCaseException e =
        assertThrows(
            InvalidCaseException.class,
            () -> Case.of(new CaseInfo("Case", null, List.of()), records));
    assertEquals(2, e.problems().size());
    assertTrue(String.valueOf(e.getMessage()).contains("not an ISO 3166-1 alpha-3 code: X."));
  }
}
