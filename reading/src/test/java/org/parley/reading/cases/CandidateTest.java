package org.parley.reading.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.reading.cases.SmallCase.claim;
import static org.parley.reading.cases.SmallCase.meeting;
import static org.parley.reading.cases.SmallCase.only;
import static org.parley.reading.cases.SmallCase.party;
import static org.parley.reading.cases.SmallCase.quotation;
import static org.parley.reading.cases.SmallCase.read;
import static org.parley.reading.cases.SmallCase.said;
import static org.parley.reading.cases.SmallCase.speaker;
import static org.parley.reading.cases.SmallCase.step;
import static org.parley.reading.cases.SmallCase.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.model.act.Act;
import org.parley.model.act.ActKind;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.date.Edtf;
import org.parley.model.source.Reliability;
import org.parley.model.step.Demand;
import org.parley.model.step.Step;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.Proposal.ReportedState;
import org.parley.reading.QuotationFilter;
import org.parley.reading.SaidStance;

/// Which record a proposal becomes, or what it lacks.
@NullMarked
class CandidateTest {

  private static final String NEGOTIATOR = "Norway's negotiator";

  private static Claim claimOf(Proposal.OfClaim proposal) {
    return assertInstanceOf(Claim.class, only(view(), proposal).record());
  }

  // claims

  @Test
  void aClaimIsRecordedWithPartySubjectAndDates() {
    Claim claim = claimOf(said("Ann Berg", NEGOTIATOR, "the toll", SaidStance.AGREED));
    assertEquals("c-0512-berg-toll", claim.id().value());
    assertEquals("Ann Berg", claim.speaker());
    assertEquals(NEGOTIATOR, claim.office());
    assertEquals(party("norway"), claim.party());
    assertEquals(List.of(new PointId("toll")), claim.about());
    assertEquals(Edtf.of("2031-05-12"), claim.said());
    assertEquals(Edtf.of("2031-05-14"), claim.known());
    assertEquals("Ann Berg on the toll", claim.paraphrase());
    assertNull(claim.quote());
  }

  /// A joint speaker, its subject, the parties, and whether the rest is a single speaker's.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Norway and Chile       | the toll | norway, chile
          Chile and Norway       | the toll | chile, norway
          both delegations       | the toll | norway, chile
          the two sides          | the toll | norway, chile
          Norway                 | the toll | norway
          """)
  void aJointStatementIsTheWordOfEach(String speaker, String subject, String parties) {
    Claim claim = claimOf(said(speaker, null, subject, SaidStance.AGREED));
    assertEquals(
        parties, String.join(", ", claim.parties().stream().map(each -> each.value()).toList()));
  }

  /// What is said, its share or condition, and what the record asserts.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          AGREED        | -      | -             | agreed
          AGREED        | 100 %  | -             | complete: Share[said=100 %]
          MOSTLY_AGREED | -      | -             | complete: Share[said=almost]
          SHARE         | 27 of 30 | -           | complete: Share[said=27 of 30]
          OPEN          | -      | -             | open
          REJECTED      | -      | -             | rejected
          CONDITIONAL   | -      | Chile pays    | agreed if Chile pays
          RECEIVED      | -      | -             | received
          NOT_RECEIVED  | -      | -             | not received
          FINAL_SOON    | -      | -             | complete: Share[said=being finalised]
          DENIED_REPORT | -      | -             | states
          PREFERS       | -      | -             | states
          """)
  void stances(
      SaidStance stance, @Nullable String share, @Nullable String condition, String asserts) {
    Claim claim = claimOf(said("Ann Berg", NEGOTIATOR, "the ferry", stance, share, condition));
    assertEquals(
        asserts.replaceAll("Share\\[said=(.*)]", "$1"),
        CandidateWords.assertion(claim.asserts()).replaceAll("Share\\[said=(.*)]", "$1"));
  }

  /// A refusal in the words of an option refuses that option, not the point.
  @Test
  void aRefusalInTheWordsOfAnOptionRefusesIt() {
    Proposal.OfClaim words = quoted("We refuse a coin for every cart", Attribution.REPORTED_SPEECH);
    Claim claim =
        claimOf(
            new Proposal.OfClaim(
                words.quotation(),
                words.speaker(),
                null,
                words.said(),
                words.subject(),
                SaidStance.REJECTED,
                null,
                List.of(),
                null,
                words.attribution(),
                words.confidence()));
    assertEquals(
        new Assertion.Refuses(new org.parley.model.text.OptionId("toll-coin")), claim.asserts());
  }

  private static Proposal.OfClaim quoted(String words, Attribution attribution) {
    return new Proposal.OfClaim(
        quotation(words),
        speaker("Ann Berg", NEGOTIATOR),
        null,
        null,
        "the toll",
        SaidStance.PREFERS,
        null,
        List.of("Norway", "Chile"),
        null,
        attribution,
        70);
  }

  @Test
  void aWishIsForTheOptionWhoseWordsItHas() {
    assertEquals(
        new Assertion.Prefers(new org.parley.model.text.OptionId("toll-coin")),
        claimOf(quoted("We want a coin for every cart", Attribution.DIRECT_QUOTE)).asserts());
    assertEquals(
        new Assertion.Prefers(new org.parley.model.text.OptionId("toll-none")),
        claimOf(quoted("We want free passage until 2040", Attribution.DIRECT_QUOTE)).asserts());
    assertInstanceOf(
        Assertion.States.class,
        claimOf(quoted("We want passage", Attribution.DIRECT_QUOTE)).asserts());
  }

  @Test
  void ownWordsAreAQuotationUnlessTooLong() {
    Claim direct = claimOf(quoted("We want it\n now", Attribution.DIRECT_QUOTE));
    assertEquals("We want it now", String.valueOf(direct.quote()));
    assertNull(direct.paraphrase());
    Claim told = claimOf(quoted("We want it now", Attribution.REPORTED_SPEECH));
    assertEquals("We want it now", told.paraphrase());
    Claim tooLong = claimOf(quoted("word ".repeat(61).strip(), Attribution.DIRECT_QUOTE));
    assertNull(tooLong.quote());
  }

  @Test
  void withoutADateItIsSaidOnTheDayOfPublicationAndKnownThen() {
    Claim claim = claimOf(quoted("We want it now", Attribution.DIRECT_QUOTE));
    assertEquals(Edtf.of("2031-05-14"), claim.said());
    assertNull(claim.known());
    assertEquals(List.of(party("norway"), party("chile")), claim.between());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Karl Oye | the toll    | no party of the case is told by "Karl Oye"
          Oslo     | the weather | nothing in the case is found for "the weather"
          """)
  void whatAClaimLacks(String name, String subject, String missing) {
    Candidate candidate = only(view(), said(name, null, subject, SaidStance.OPEN));
    assertFalse(candidate.isReady());
    assertEquals(missing, candidate.missing());
  }

  /// The document is the one that the text has spoken of most, so of one alone nobody is told
  /// which.
  @Test
  void theDocumentIsTheOneSpokenOf() {
    Proposal paper = said("Oslo", null, "the document", SaidStance.OPEN);
    Proposal treaty = said("Oslo", null, "the treaty of the bridge", SaidStance.OPEN);
    Proposal port = said("Oslo", null, "the port accord", SaidStance.OPEN);
    CaseView view = view(SmallCase.instrument("port", "Accord of the port", List.of()));
    assertEquals("the document", "" + lastAbout(view, paper).orElse("the document"));
    assertEquals("treaty", "" + lastAbout(view, treaty, paper).orElseThrow());
    assertEquals("port", "" + lastAbout(view, treaty, port, paper).orElseThrow());
    assertEquals("treaty", "" + lastAbout(view, treaty, treaty, port, paper).orElseThrow());
    assertTrue(
        lastAbout(view, paper, treaty, said("Oslo", null, "a letter", SaidStance.OPEN)).isEmpty());
  }

  private static Optional<Object> lastAbout(CaseView view, Proposal... proposals) {
    CaseReading reading =
        CaseReading.of(
            view, new ArticleReading(SmallCase.article(""), List.of(proposals), Map.of()));
    return Optional.ofNullable(reading.candidates().getLast().record())
        .map(each -> ((Claim) each).about().getFirst());
  }

  @Test
  void withoutAnyDateThereIsNoRecordButAdvice() {
    Article undated = Article.of("We want it", null);
    CaseReading reading =
        CaseReading.of(
            view(),
            new ArticleReading(
                undated, List.of(quoted("We want it", Attribution.DIRECT_QUOTE)), Map.of()));
    Candidate candidate = reading.candidates().getFirst();
    assertFalse(candidate.isReady());
    assertTrue(candidate.missing().contains("Maybe"), candidate.missing());
  }

  @Test
  void theSameClaimOnRecordIsKnownAndAnotherIsNot() {
    CaseView view =
        view(claim("c-1", "Ann Berg", "norway", new PointId("toll"), new Assertion.Agreed()));
    assertEquals(
        new ClaimId("c-1"),
        only(view, said("A. Berg", NEGOTIATOR, "the toll", SaidStance.AGREED)).known());
    assertNull(only(view, said("Ann Berg", null, "the toll", SaidStance.OPEN)).known());
    assertNull(only(view, said("Ann Berg", null, "the ferry", SaidStance.AGREED)).known());
    assertNull(only(view, said("Karl Oye", NEGOTIATOR, "the toll", SaidStance.AGREED)).known());
  }

  @Test
  void aDenialContradictsWhatAnotherPartySaidOfIt() {
    CaseView view =
        view(
            claim("c-1", "Ann Berg", "norway", new PointId("toll"), new Assertion.Agreed()),
            claim("c-2", "Karl Oye", "chile", new PointId("ferry"), new Assertion.Agreed()));
    Candidate denied =
        only(view, said("Tom Hale", "Chile's envoy", "the toll", SaidStance.DENIED_REPORT));
    assertEquals(
        List.of(new ClaimId("c-1")), assertInstanceOf(Claim.class, denied.record()).contradicts());
    assertEquals(List.of("denies a report"), denied.notes());
    Candidate own = only(view, said("Ann Berg", null, "the toll", SaidStance.DENIED_REPORT));
    assertEquals(List.of(), assertInstanceOf(Claim.class, own.record()).contradicts());
  }

  @Test
  void aCorrectedClaimTakesWhatThePersonSays() {
    CaseReading reading =
        read(
            view(),
            "x",
            said("Ann Berg", NEGOTIATOR, "the toll", SaidStance.AGREED),
            said("Ann Berg", NEGOTIATOR, "the toll", SaidStance.OPEN));
    assertEquals(
        "c-0512-berg-toll-2",
        assertInstanceOf(Claim.class, reading.candidates().getLast().record()).id().value());
    CaseReading corrected =
        reading.corrected(
            view(),
            1,
            party("chile"),
            new Subject.Whole(),
            new Assertion.Rejected(),
            Edtf.of("2031-05-13"));
    Claim first = assertInstanceOf(Claim.class, corrected.candidates().getFirst().record());
    assertEquals("c-0513-berg-whole", first.id().value());
    assertEquals(party("chile"), first.party());
    assertInstanceOf(Assertion.Rejected.class, first.asserts());
    assertEquals(reading.candidates().getLast(), corrected.candidates().getLast());
  }

  // meetings

  private static Proposal.OfMeeting met(
      String words,
      @Nullable String place,
      @Nullable String when,
      boolean isPlanned,
      String... who) {
    return new Proposal.OfMeeting(
        quotation(words), place, when == null ? null : Edtf.of(when), List.of(who), isPlanned, 60);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          They met in Oslo              | BILATERAL
          They talked on the phone      | CALL
          A summit was held             | SUMMIT
          """)
  void formats(String words, MeetingFormat format) {
    Meeting record =
        assertInstanceOf(
            Meeting.class,
            only(view(), met(words, "Oslo", "2031-05-13", false, "Norway")).record());
    assertEquals(format, record.format());
    assertEquals("m-0513-oslo", record.id().value());
    assertEquals(List.of(party("norway")), record.participants());
    assertNull(record.known());
  }

  @Test
  void threePartiesMeetMultilaterallyAndAPlanIsKnownOnPublication() {
    Meeting record =
        assertInstanceOf(
            Meeting.class,
            only(
                    view(),
                    met(
                        "They will meet",
                        null,
                        "2031-06",
                        true,
                        "Norway",
                        "Chile",
                        "Union of Ferrymen",
                        "Ann Berg"))
                .record());
    assertEquals(MeetingFormat.MULTILATERAL, record.format());
    assertEquals(List.of("Ann Berg"), record.people());
    assertEquals(Edtf.of("2031-05-14"), record.known());
    assertEquals("m-0601-meeting", record.id().value());
  }

  @Test
  void someoneOnRecordComesForTheirParty() {
    CaseView view =
        view(claim("c-1", "Ann Berg", "norway", new PointId("toll"), new Assertion.Agreed()));
    Meeting record =
        assertInstanceOf(
            Meeting.class,
            only(view, met("They met", "Oslo", "2031-05-13", false, "Berg")).record());
    assertEquals(List.of(party("norway")), record.participants());
    assertEquals(List.of("Berg"), record.people());
  }

  /// A meeting on 12 May in Oslo is on record; place, date and who, and whether it is that one.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Oslo   | 2031-05-12            | Norway, Chile | true
          -      | 2031-05-12            | Norway, Chile | true
          Oslo   | 2031-05-12            | -             | true
          Oslo   | 2031-05-10/2031-05-13 | Norway        | true
          Oslo   | 2031-05-13            | Norway, Chile | false
          Bergen | 2031-05-12            | Norway, Chile | false
          -      | 2031-05-12            | -             | false
          """)
  void aMeetingOnRecord(
      @Nullable String place, String when, @Nullable String who, boolean isKnown) {
    String[] names = who == null ? new String[0] : who.split(", ", -1);
    Candidate candidate =
        only(
            view(meeting("m-1", "Talks on the toll", "2031-05-12", "Oslo")),
            met("Ministers gathered", place, when, false, names));
    assertEquals(isKnown ? "it is on record as m-1" : "", candidate.missing());
  }

  @Test
  void aMeetingWithoutADateIsForInformation() {
    assertEquals(
        "the text does not tell when",
        only(view(), met("They met", "Oslo", null, false, "Norway")).missing());
  }

  // steps

  private static Proposal.OfStep step1(String what, @Nullable String when) {
    return new Proposal.OfStep(
        quotation("Norway will " + what), what, when == null ? null : Edtf.of(when), 60);
  }

  @Test
  void aStepIsOfThePartiesItsWordsName() {
    Candidate candidate = only(view(), step1("open the bridge", "2031-06-01"));
    Step record = assertInstanceOf(Step.class, candidate.record());
    assertEquals("s-open-bridge", record.id().value());
    assertEquals("Open the bridge", record.title().text());
    assertEquals(List.of(party("norway")), record.by());
    assertEquals(List.of("announced for 1 June 2031"), candidate.notes());
    assertEquals(List.of(), only(view(), step1("open the bridge", null)).notes());
  }

  @Test
  void aStepAnnouncedTwiceOrOnRecordIsNotNew() {
    CaseReading twice =
        read(
            view(step("s-1", "Vote on the toll in parliament")),
            "x",
            step1("open the bridge", null),
            step1("open the bridges", null),
            step1("vote in parliament on the toll", null),
            step1("close the bridge", null));
    assertEquals(
        List.of("", "the text announces it before", "it is on record as s-1", ""),
        twice.candidates().stream().map(Candidate::missing).toList());
  }

  // instruments

  private static Proposal.OfInstrument treaty(ReportedState state) {
    return new Proposal.OfInstrument(
        quotation("The treaty of the bridge"), "the treaty of the bridge", state, null, null, 60);
  }

  @ParameterizedTest
  @CsvSource({
    "PROPOSED",
    "UNDER_DISCUSSION",
    "BEING_FINALISED",
    "NOT_SIGNED",
    "NOT_AGREED",
    "PUBLISHED",
    "DELIVERED",
    "NOT_RECEIVED",
    "UNDER_REVIEW"
  })
  void otherStatesAreNoActs(ReportedState state) {
    assertEquals("it is no act on treaty", only(view(), treaty(state)).missing());
  }

  /// An act has its own day, and those who did it; it became known with the text.
  @Test
  void anActHasTheDayAndTheDoersOfItsWords() {
    Proposal.OfInstrument ratified =
        new Proposal.OfInstrument(
            quotation("Norway ratified the treaty of the bridge on Monday"),
            "the treaty of the bridge",
            ReportedState.ADOPTED,
            ActKind.RATIFIED,
            Edtf.of("2031-05-12"),
            60);
    Act act = assertInstanceOf(Act.class, only(view(), ratified).record());
    assertEquals(ActKind.RATIFIED, act.kind());
    assertEquals(Edtf.of("2031-05-12"), act.date());
    assertEquals(Edtf.of("2031-05-14"), act.known());
    assertEquals(List.of(party("norway")), act.by());
  }

  @Test
  void anUnknownInstrumentIsForInformation() {
    Proposal.OfInstrument other =
        new Proposal.OfInstrument(
            quotation("The lease"), "the lease", ReportedState.SIGNED, null, null, 60);
    assertEquals(
        "no instrument of the case is found for \"the lease\"", only(view(), other).missing());
  }

  // orders

  private static Proposal.OfOrder order(String later, String earlier) {
    return new Proposal.OfOrder(
        quotation(later + " only after " + earlier), speaker("Oslo", null), later, earlier, 60);
  }

  @Test
  void aDemandOfOrderIsBetweenTwoStepsOfTheCase() {
    CaseView view =
        view(step("s-open", "Opening of the bridge"), step("s-pay", "Payment of tolls"));
    Demand record =
        assertInstanceOf(Demand.class, only(view, order("the opening", "payment")).record());
    assertEquals("d-s-open-after-s-pay", record.id().value());
    assertEquals(List.of(party("norway")), record.by());
    assertEquals(1, record.allOf().size());
    assertTrue(record.inferred(), "it rests on no claim");
    assertFalse(only(view, order("the opening", "the opening")).isReady());
    assertFalse(only(view, order("the opening", "rain")).isReady());
    CaseView again =
        view(step("s-open", "Opening of the bridge"), step("s-pay", "Payment of tolls"), record);
    assertEquals(
        "it is on record as d-s-open-after-s-pay",
        only(again, order("the opening", "payment")).missing());
  }

  /// A demand rests on the claim of the same words, and brings it along.
  @Test
  void aDemandOfOrderRestsOnTheClaimItWasFoundIn() {
    CaseView view =
        view(step("s-open", "Opening of the bridge"), step("s-pay", "Payment of tolls"));
    Proposal.OfOrder order =
        new Proposal.OfOrder(
            quotation("Ann Berg on the toll"),
            speaker("Ann Berg", NEGOTIATOR),
            "the opening",
            "payment",
            60);
    CaseReading reading =
        read(
            view,
            "A line",
            said("Ann Berg", NEGOTIATOR, "the toll", SaidStance.CONDITIONAL, null, "payment"),
            order);
    Demand record = assertInstanceOf(Demand.class, reading.candidates().getLast().record());
    assertEquals(List.of(new ClaimId("c-0512-berg-toll")), record.claims());
    assertFalse(record.inferred(), "somebody said it");
    assertEquals(
        List.of("notnamed-0514", "c-0512-berg-toll", "d-s-open-after-s-pay"),
        reading.accept(List.of(2)).stream().map(each -> each.record().id().value()).toList());
  }

  // the reading as a whole

  @Test
  void acceptedAreTheChosenOnesWithTheirSourceFirst() {
    CaseReading reading =
        read(
            view(),
            "A line\nand more",
            said("Ann Berg", NEGOTIATOR, "the toll", SaidStance.AGREED),
            said("Karl Oye", null, "the toll", SaidStance.OPEN),
            step1("open the bridge", null));
    assertEquals(List.of(1, 3), reading.news());
    assertEquals(List.of(), reading.accept(List.of()));
    assertEquals(List.of(), reading.accept(List.of(2, 99)));
    assertEquals(
        List.of("notnamed-0514", "c-0512-berg-toll"),
        reading.accept(List.of(1)).stream().map(each -> each.record().id().value()).toList());
    assertEquals(Reliability.B, reading.source().reliability());
  }

  @Test
  void aSourceIsKnownByItsAddressOrByTitleAndPublisher() {
    Article address =
        new Article("x", SmallCase.DAY, null, null, "https://courier.example/1", "en");
    Article title = new Article("x", null, "a bridge, NEARLY", "the oslo courier", null, "en");
    Article other = new Article("x", null, "a bridge, NEARLY", "The Malmo Post", null, "en");
    assertTrue(reading(address).isKnownSource());
    assertEquals("on record as courier", reading(title).whyReliable());
    assertFalse(reading(other).isKnownSource());
    assertEquals("themalmopost", reading(other).source().id().value());
  }

  private static CaseReading reading(Article article) {
    return CaseReading.of(view(), new ArticleReading(article, List.of(), Map.of()));
  }

  /// A text, and whether it relays The Oslo Courier.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          As The Oslo Courier wrote, it is done.         | true
          Berg told The Oslo Courier it was done.        | true
          It is done, The Oslo Courier reported.         | true
          It is done, according to The Oslo Courier.     | true
          The Oslo Courier has a new editor.             | false
          She bought The Oslo Courier in May.            | false
          It is done.                                    | false
          """)
  void relays(String text, boolean isRelayed) {
    assertEquals(
        isRelayed, reading(Article.of(text, SmallCase.DAY)).source().relays() != null, text);
  }

  /// A text, and the title of its source.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Published: 3 May 2031#A bridge          | A bridge
          By Ann Berg#3 May 2031#A bridge         | A bridge
          2031-05-03#A bridge                     | A bridge
          May 3, 2031 12:00#A bridge              | A bridge
          A bridge by Ann Berg#more               | A bridge by Ann Berg
          By the river#more                       | more
          ##                                      | without title
          """)
  void titles(String text, String title) {
    assertEquals(
        title, reading(Article.of(text.replace('#', '\n'), SmallCase.DAY)).source().title().text());
  }

  @Test
  void aLongFirstLineIsCutAtAWord() {
    String title = reading(Article.of("word ".repeat(30), SmallCase.DAY)).source().title().text();
    assertEquals("word ".repeat(16).strip(), title);
  }

  @Test
  void droppedProposalsAreCounted() {
    CaseReading reading =
        CaseReading.of(
            view(),
            new ArticleReading(
                SmallCase.article("x"),
                List.of(),
                Map.of(
                    QuotationFilter.Reason.NOT_IN_THE_TEXT, 2,
                    QuotationFilter.Reason.SAID_TWICE, 1)));
    assertEquals(3, reading.dropped());
    assertEquals(2, reading.dropped(QuotationFilter.Reason.NOT_IN_THE_TEXT));
    assertEquals(0, reading.dropped(QuotationFilter.Reason.MALFORMED));
  }

  // in words

  @Test
  void everyKindOfProposalHasALine() {
    assertEquals(
        List.of(
            "claim: Ann Berg: the toll - share 27 of 30",
            "claim: Ann Berg: the toll - conditional: Chile pays",
            "planned meeting: Oslo, June 2031: Norway, Chile",
            "meeting: no date",
            "next step: open the bridge (1 June 2031)",
            "instrument: the treaty of the bridge - ready to sign",
            "demand of order: the opening only after payment"),
        List.of(
                said("Ann Berg", null, "the toll", SaidStance.SHARE, "27 of 30", null),
                said("Ann Berg", null, "the toll", SaidStance.CONDITIONAL, null, "Chile pays"),
                met("x", "Oslo", "2031-06", true, "Norway", "Chile"),
                met("x", null, null, false),
                step1("open the bridge", "2031-06-01"),
                treaty(ReportedState.READY_TO_SIGN),
                order("the opening", "payment"))
            .stream()
            .map(each -> CandidateWords.kind(each) + ": " + CandidateWords.gist(each))
            .toList());
  }

  @Test
  void aRecordOfAClaimHasALine() {
    assertEquals(
        "norway on toll: agreed",
        CandidateWords.record(
            claimOf(said("Ann Berg", NEGOTIATOR, "the toll", SaidStance.AGREED))));
  }
}
