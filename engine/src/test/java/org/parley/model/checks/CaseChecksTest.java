package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseComparison;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.InvalidCaseException;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Item;
import org.parley.model.claim.ItemId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.claim.MeetingId;
import org.parley.model.date.Edtf;
import org.parley.model.party.Mandate;
import org.parley.model.party.Membership;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.party.Recess;
import org.parley.model.position.Grade;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.text.Component;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Segment;
import org.parley.model.text.Subject;
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
          LocalizedText.of("Treaty"),
          null,
          InstrumentKind.TREATY,
          null,
          ids("A", "B"),
          null,
          PackageRule.SEPARABLE,
          List.of(),
          List.of(),
          List.of(),
          OPEN);
  private final Source source =
      new Source(
          new SourceId("s"),
          "Paper",
          LocalizedText.of("Report"),
          null,
          Edtf.of("2025-12"),
          "en",
          Reliability.B,
          null,
          SourceKind.REPORT,
          null,
          OPEN);
  private final Option joint =
      new Option(
          new OptionId("p1.joint"), LocalizedText.of("Jointly"), null, List.of(), List.of(), OPEN);
  private final Point point = point("p1", "1", List.of(joint));
  private final Point other = point("p2", "2", List.of());
  private final Claim earlier = claim("c1", "A", "2025-12-01");
  private final Claim claim = claim("c2", "A", "2025-12-02");
  private final Meeting meeting =
      new Meeting(
          new MeetingId("m"),
          LocalizedText.of("Talks"),
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
          null,
          null,
          1,
          null,
          Map.of(new OptionId("p1.joint"), Grade.PREFERRED),
          Map.of(),
          null,
          List.of(),
          List.of(new ClaimId("c1")),
          false,
          List.of(),
          OPEN);

  private final List<CaseRecord> all =
      List.of(a, b, union, treaty, source, point, other, earlier, claim, meeting, position);

  private static List<PartyId> ids(String... ids) {
    return List.of(ids).stream().map(PartyId::new).toList();
  }

  private static Party party(String id, List<PartyId> members) {
    return new Party(
        new PartyId(id),
        LocalizedText.of("Party"),
        null,
        PartyKind.STATE,
        members,
        null,
        List.of(),
        OPEN);
  }

  private static Point point(String id, String number, List<Option> options) {
    return new Point(
        new PointId(id),
        number,
        LocalizedText.of("Point"),
        null,
        new InstrumentId("treaty"),
        Point.Content.REPORTED,
        List.of(),
        null,
        List.of(),
        options,
        List.of(),
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
        .map(Told::of)
        .toList();
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
    List<CaseViolation> problems = CaseChecks.problems(new CaseInfo(" ", null, ids("Z")), all);
    assertEquals(
        List.of("columns.0: no-such-id(party Z, false) [Z]", "title: no-case-title []"),
        problems.stream().map(Told::of).sorted().toList());
    assertTrue(problems.stream().allMatch(each -> each.record() == CaseViolation.CASE_INFO));
    LocalizedText title = LocalizedText.of(Map.of("_", "Case"));
    assertEquals(
        List.of("title._: not-a-language-tag [_]"),
        CaseChecks.problems(new CaseInfo(title, null, List.of(), null, null), all).stream()
            .map(Told::of)
            .toList());
  }

  @Test
  void theClassOfComparisonHasTopicCodes() {
    CaseComparison compared =
        new CaseComparison(null, null, null, null, List.of("Ce", "PpsEx:St", "forces"), null);
    assertEquals(
        List.of("comparison.topics.2: not-a-topic-code [forces]"),
        CaseChecks.problems(
                new CaseInfo(LocalizedText.of("Case"), null, List.of(), null, compared), all)
            .stream()
            .map(Told::of)
            .toList());
  }

  /// Of one party, `{party: A}` is the only form; of none, `mediator` is.
  @Test
  void somePartiesAreTwoAtLeastInEveryPart() {
    Visibility one = new Visibility.Parties(ids("A"));
    TextVersion text =
        new TextVersion("1", Edtf.of("2025"), TextStatus.REPORTED, List.of(), List.of(), one);
    check(
        point,
        "components",
        List.of(new Component(new ComponentId("part"), LocalizedText.of("Part"), one)),
        "components.0.visibility: too-few-readers [A]");
    check(
        Rewrite.with(point, "texts", List.of(text)),
        "visibility",
        OPEN,
        "texts.0.visibility: too-few-readers [A]");
    check(
        other,
        "options",
        List.of(
            new Option(
                new OptionId("p2.apart"),
                LocalizedText.of("Apart"),
                null,
                List.of(),
                List.of(),
                one)),
        "options.0.visibility: too-few-readers [A]");
  }

  @Test
  void onlyBodiesHaveRecessesAndEachHasASource() {
    Recess summer =
        new Recess(
            LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 31), null, List.of(new SourceId("s")));
    check(a, "recesses", List.of(summer), "recesses: recess-of-no-body [A]");
    List<String> wrong = new ArrayList<>();
    for (Recess each :
        List.of(
            summer,
            Rewrite.with(summer, "to", LocalDate.of(2026, 6, 30)),
            Rewrite.with(summer, "source", List.of()),
            Rewrite.with(summer, "until", LocalDate.of(2026, 8, 1)),
            Rewrite.with(summer, "until", LocalDate.of(2096, 8, 1)),
            new Recess(
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2027, 7, 1),
                LocalDate.of(2030, 1, 1),
                summer.source()))) {
      wrong.addAll(
          found(
              withChanged(
                  Rewrite.with(
                      Rewrite.with(a, "kind", PartyKind.BODY), "recesses", List.of(each)))));
    }
    assertEquals(
        List.of(
            "recesses.0.to: recess-ends-first [2026-06-30]",
            "recesses.0.source: recess-rests-on-nothing [2026-07-01]",
            "recesses.0.until: recess-returns(50) [2026-08-01]",
            "recesses.0.until: recess-returns(50) [2096-08-01]",
            "recesses.0.to: recess-longer-than-year [2027-07-01]"),
        wrong);
  }

  @Test
  void textsHoldNoControlCharacters() {
    check(a, "name", "A\u0007", "name: control-character [U+0007]");
    check(
        claim,
        "asserts",
        new Assertion.Conditional("if\u0000 so"),
        "asserts.condition: control-character [U+0000]");
    check(meeting, "people", List.of("Ann", "B\uD800"), "people.1: unpaired-surrogate [U+D800]");
    assertEquals(
        List.of("title: control-character [U+001B]"),
        CaseChecks.problems(new CaseInfo("\u001b[2J", null, List.of()), all).stream()
            .map(Told::of)
            .toList());
  }

  @Test
  void textsHoldNothingThatMisleads() {
    check(a, "name", "A\uFFFE", "name: noncharacter [U+FFFE]");
    check(a, "name", "A\u202Eb", "name: direction-override [U+202E]");
    check(a, "name", "A\u2067b", "name: unclosed-direction [U+2067]");
  }

  @Test
  void aHiddenPartyIsNoColumn() {
    List<CaseRecord> records = withChanged(Rewrite.with(union, "visibility", HIDDEN));
    assertEquals(
        List.of("columns.0: hidden-from-readers(party U) [U]"),
        CaseChecks.problems(new CaseInfo("Case", null, ids("U")), records).stream()
            .map(Told::of)
            .toList());
  }

  @Test
  void idsAreUniqueWhateverTheyName() {
    List<CaseRecord> records = new ArrayList<>(all);
    records.add(Rewrite.with(point("p1.joint", "3", List.of()), "title", "Twice"));
    assertEquals(List.of("id: id-taken(option p1.joint) [p1.joint]"), found(records));
    records.set(records.size() - 1, a);
    assertEquals(List.of("id: id-taken(party A) [A]"), found(records));
  }

  @Test
  void references() {
    check(claim, "party", new PartyId("AB"), "party: no-such-id(party AB, false) [AB] ~ A");
    check(
        claim,
        "source",
        List.of(new SourceId("nowhere")),
        "source.0: no-such-id(source nowhere, false) [nowhere]");
    check(
        claim,
        "about",
        List.of(new PointId("p3")),
        "about.0: no-such-id(point p3, true) [p3] ~ p1");
    check(claim, "party", new PartyId("p1"), "party: wrong-kind(point p1, party p1) [p1]");
  }

  @Test
  void nothingRefersToWhatSomeOfItsReadersMayNotSee() {
    assertEquals(
        List.of("claims.0: hidden-from-readers(claim c1) [c1]"),
        found(withChanged(Rewrite.with(earlier, "visibility", HIDDEN))));
    assertEquals(
        List.of("claims.0: hidden-from-readers(claim c1) [c1]"),
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
    assertEquals(List.of("asserts.option: hidden-from-readers(option o) [o]"), found(records));
  }

  @Test
  void circles() {
    check(union, "members", ids("U"), "members: circle [U]");
    check(source, "relays", new SourceId("s"), "relays: circle [s]");
    check(treaty, "partOf", new InstrumentId("treaty"), "partOf: circle [treaty]");
    check(claim, "contradicts", List.of(new ClaimId("c2")), "supersedes: circle [c2]");
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
    check(a, "name", " ", "name: blank(name) [ ]");
    check(union, "members", ids("A", "A"), "members.1: named-twice [A]");
    check(b, "members", ids("A"), "members.0: state-with-members [A]");
    for (PartyKind kind : List.of(PartyKind.BODY, PartyKind.ELECTORATE)) {
      List<CaseRecord> voters = withChanged(Rewrite.with(b, "members", ids("A")));
      voters.replaceAll(each -> each.equals(a) ? Rewrite.with(a, "kind", kind) : each);
      assertEquals(List.of(), found(voters), kind.toString());
    }
    check(
        a,
        "name",
        LocalizedText.of(Map.of("the English", "Aland")),
        "name.the English: not-a-language-tag [the English]");
    check(a, "shortName", LocalizedText.of(Map.of("", "A")), "shortName.: not-a-language-tag []");
    check(a, "name", LocalizedText.of(Map.of("sr-Latn", "Alandija")));
    check(
        a,
        "name",
        new LocalizedText("Aland", "en", Map.of("fr", " ")),
        "name: blank(name) [Aland]");
    check(a, "iso3166", "UA", "iso3166: not-a-country-code [UA]");
    check(a, "iso3166", "UKR");
  }

  @Test
  void points() {
    check(point, "title", "", "title: blank(title) []");
    check(
        point,
        "components",
        List.of(
            new Component(new ComponentId("part"), LocalizedText.of(Map.of("_", "Part")), OPEN)),
        "components.0.title._: not-a-language-tag [_]");
    check(
        point,
        "options",
        List.of(
            new Option(
                new OptionId("p1.joint"),
                LocalizedText.of(Map.of("_", "Jointly")),
                null,
                List.of(),
                List.of(),
                OPEN)),
        "options.0.title._: not-a-language-tag [_]");
    check(point, "number", "", "number: blank(number) []");
    check(point, "weight", 0, "weight: weight-below-one [0]");
    check(point, "topics", List.of("Ce", "guarantees"), "topics.1: not-a-topic-code [guarantees]");
    check(
        point,
        "options",
        List.of(
            new Option(
                new OptionId("p1.joint"),
                LocalizedText.of("Jointly"),
                null,
                List.of("SsrFf", "forces"),
                List.of(),
                List.of(),
                OPEN)),
        "options.0.topics.1: not-a-topic-code [forces]");
    check(other, "number", "1", "number: number-twice(instrument treaty) [1]");
  }

  /// What all may read comes first: who may not read the other part learns nothing of it.
  @Test
  void hiddenPartsGiveWay() {
    Option hidden =
        Rewrite.with(Rewrite.with(joint, "visibility", HIDDEN), "id", new OptionId("p2.joint"));
    Point alone = Rewrite.with(other, "options", List.of(hidden));
    check(alone, "heading", true, "options.0: heading-with-options [p2.joint]");
    check(
        point,
        "options",
        List.of(Rewrite.with(hidden, "id", new OptionId("p2")), joint),
        "options.0.id: id-taken(point p2) [p2]");
    TextVersion text =
        new TextVersion("1", Edtf.of("2025"), TextStatus.REPORTED, List.of(), List.of(), HIDDEN);
    check(
        point,
        "texts",
        List.of(text, Rewrite.with(text, "visibility", OPEN)),
        "texts.0.version: version-twice [1]");
    Visibility ofA = new Visibility.Party(new PartyId("A"));
    Visibility ofB = new Visibility.Party(new PartyId("B"));
    check(
        point,
        "texts",
        List.of(Rewrite.with(text, "visibility", ofA), Rewrite.with(text, "visibility", ofB)));
  }

  @Test
  void chapters() {
    check(point, "heading", true, "options: heading-with-options [p1.joint]");
    check(other, "partOf", point.id());
    check(point, "partOf", point.id(), "partOf: circle [p1]");

    Instrument annex = Rewrite.with(treaty, "id", new InstrumentId("annex"));
    List<CaseRecord> records =
        withChanged(
            Rewrite.with(Rewrite.with(other, "partOf", point.id()), "instrument", annex.id()));
    records.add(annex);
    assertEquals(
        List.of("partOf: part-of-other-instrument(instrument treaty) [p1]"), found(records));
  }

  @Test
  void numbersMayRestartInEachChapter() {
    Point inside = Rewrite.with(Rewrite.with(point, "id", new PointId("p3")), "options", List.of());
    inside = Rewrite.with(inside, "partOf", other.id());
    List<CaseRecord> records = new ArrayList<>(all);
    records.add(inside);
    assertEquals(List.of(), found(records));
    records.add(Rewrite.with(inside, "id", new PointId("p4")));
    assertEquals(List.of("number: number-twice-in(point p2) [1]"), found(records));
  }

  @Test
  void bodies() {
    PartyId who = a.id();
    Edtf from = Edtf.of("2025-06");
    check(union, "memberships", List.of(seat(who, null, 3, from, Edtf.of("2025-06-30"))));
    check(
        union,
        "memberships",
        List.of(seat(null, " ", 0, from, Edtf.of("2025-05"))),
        "memberships.0: membership-of-nobody [ ]",
        "memberships.0.seats: seats-below-one [0]",
        "memberships.0.until: ends-before-it-begins [2025-05]");
    check(
        union,
        "memberships",
        List.of(seat(union.id(), null, null, null, null)),
        "memberships: circle [U]");
    check(
        union,
        "mandates",
        List.of(
            new Mandate(
                LocalizedText.of(""), List.of(), from, Edtf.of("2024"), List.of(source.id()))),
        "mandates.0.text: blank(text) []",
        "mandates.0.until: ends-before-it-begins [2024]");
    check(
        union,
        "mandates",
        List.of(
            new Mandate(
                LocalizedText.of(Map.of("_", "To watch")), List.of(), null, null, List.of())),
        "mandates.0.text._: not-a-language-tag [_]");
  }

  private static Membership seat(
      @Nullable PartyId party,
      @Nullable String person,
      @Nullable Integer seats,
      @Nullable Edtf from,
      @Nullable Edtf until) {
    return new Membership(party, person, seats, from, until, List.of());
  }

  @Test
  void texts() {
    TextVersion text =
        new TextVersion("1", Edtf.of("2025"), TextStatus.REPORTED, List.of(), List.of(), OPEN);
    check(point, "texts", List.of(text, text), "texts.1.version: version-twice [1]");
    check(point, "texts", List.of(Rewrite.with(text, "language", "pt-BR")));
    check(
        point,
        "texts",
        List.of(Rewrite.with(text, "language", "_")),
        "texts.0.language: not-a-language-tag [_]");
    check(
        point,
        "texts",
        List.of(Rewrite.with(text, "text", List.of(new Segment.Bracket(null, List.of())))),
        "texts.0.text.0: bracket-without-alternatives []");
    for (Segment.Alternative wrong :
        List.of(
            new Segment.Alternative(ids("A"), "words", true),
            new Segment.Alternative(ids("A"), null, false))) {
      check(
          point,
          "texts",
          List.of(Rewrite.with(text, "text", List.of(new Segment.Bracket(null, List.of(wrong))))),
          "texts.0.text.0: words-or-no-text [" + (wrong.noText() ? "words" : "") + "]");
    }
  }

  @Test
  void sources() {
    check(source, "publisher", "", "publisher: blank(publisher) []");
    check(source, "title", "", "title: blank(title) []");
    check(
        source,
        "title",
        LocalizedText.of(Map.of("_", "Report")),
        "title._: not-a-language-tag [_]");
    check(source, "language", "english_", "language: not-a-language-tag [english_]");
  }

  @Test
  void claims() {
    check(claim, "speaker", "", "speaker: blank(speaker) []");
    check(claim, "paraphrase", " ", "quote: neither-quote-nor-paraphrase []");
    check(claim, "quote", "x".repeat(500));
    check(
        claim, "quote", "x".repeat(501), "quote: quote-too-long(500) [" + "x".repeat(40) + "...]");
    check(claim, "quote", LocalizedText.of(Map.of("_", "Yes")), "quote._: not-a-language-tag [_]");
    Map<String, String> inTwo = new LinkedHashMap<>();
    inTwo.put("uk", "Так");
    inTwo.put("en", "x".repeat(501));
    check(
        claim,
        "quote",
        LocalizedText.of(inTwo),
        "quote: quote-too-long(500) [" + "x".repeat(40) + "...]");
    check(claim, "source", List.of(), "source: claim-without-source []");
    check(claim, "about", List.of(), "about: claim-about-nothing []");
    check(claim, "between", ids("A"), "between: between-one-party [A]");
    check(claim, "between", ids("A", "A"), "between.1: named-twice [A]");
    check(claim, "known", Edtf.of("2025-12-01"), "known: known-before-said [2025-12-01]");
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
        List.of("asserts: option-of-other-point(point p1, about) [p1.joint]"),
        found(withChanged(prefers)));
    CaseRecord refuses =
        Rewrite.with(
            Rewrite.with(claim, "about", List.of(new PointId("p2"))),
            "asserts",
            new Assertion.Refuses(joint.id()));
    assertEquals(
        List.of("asserts: option-of-other-point(point p1, about) [p1.joint]"),
        found(withChanged(refuses)));
  }

  @Test
  void corrections() {
    check(
        earlier,
        "supersedes",
        List.of(new ClaimId("c2")),
        "said: corrects-later-claim(claim c2) [2025-12-01]");
    Claim ofB = Rewrite.with(claim, "party", new PartyId("B"));
    check(
        ofB,
        "retracts",
        List.of(new ClaimId("c1")),
        "retracts.0: retracts-others-claim(party A) [c1]");
    check(ofB, "contradicts", List.of(new ClaimId("c1")));
    check(Rewrite.with(ofB, "jointly", ids("A")), "retracts", List.of(new ClaimId("c1")));
    check(claim, "jointly", ids("B", "B"), "jointly.1: named-twice [B]");
    check(claim, "jointly", ids("B", "A"), "jointly.1: named-twice [A]");
    check(claim, "retracts", List.of(new ClaimId("c1")));
  }

  @Test
  void meetings() {
    check(meeting, "title", "", "title: blank(title) []");
    check(meeting, "participants", ids("A", "A"), "participants.1: named-twice [A]");
  }

  @Test
  void positions() {
    check(position, "rank", 0, "rank: rank-below-one [0]");
    check(position, "claims", List.of(), "claims: position-rests-on-nothing [q]");
    check(
        position,
        "point",
        new PointId("p2"),
        "grades.p1.joint: option-of-other-point(point p1, point) [p1.joint]");
    List<CaseRecord> records = new ArrayList<>(all);
    records.add(Rewrite.with(position, "id", new PositionId("q2")));
    assertEquals(List.of("point: position-twice(party A) [p1]"), found(records));
    records.set(
        records.size() - 1,
        Rewrite.with(
            Rewrite.with(position, "id", new PositionId("q2")), "from", Edtf.of("2025-03")));
    assertEquals(List.of(), found(records), "held from another day");
    check(position, "supersedes", List.of(position.id()), "supersedes: circle [q]");
  }

  @Test
  void whatIsListedIsListedOnce() {
    check(claim, "source", List.of(source.id(), source.id()), "source.1: named-twice [s]");
    check(claim, "about", List.of(point.id(), other.id(), point.id()), "about.2: named-twice [p1]");
    check(treaty, "title", "", "title: blank(title) []");
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
    item(item, "text", " ", "text: blank(text) [ ]");
    item(item, "source", List.of(source.id(), source.id()), "source.1: named-twice [s]");
    item(item, "about", List.of(point.id(), point.id()), "about.1: named-twice [p1]");
    item(item, "decision", new Item.Decision.Recorded(List.of(claim.id())));
    item(
        item, "decision", new Item.Decision.Recorded(List.of()), "decision: no-claims-recorded []");
    item(
        item,
        "decision",
        new Item.Decision.Rejected(Item.Ground.DUPLICATE, ""),
        "decision.because: no-reason []");
    item(
        item, "decision", new Item.Decision.InformationOnly(" "), "decision.because: no-reason []");
    item(item, "decidedBy", "Ann", "decidedBy: nothing-decided [Ann]");
    item(
        Rewrite.with(item, "decision", new Item.Decision.InformationOnly("Known.")),
        "decided",
        Edtf.of("2025-03-01"),
        "decided: decided-before-arrival [2025-03-01]");
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
    assertTrue(String.valueOf(e.getMessage()).contains("not-a-country-code: X"));
  }
}
