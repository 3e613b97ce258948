package org.parley.reading.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.claim.MeetingId;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.Component;
import org.parley.model.text.ComponentId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentEvent;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.InstrumentStatus;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.SaidStance;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;

/// Norway and Chile negotiate a bridge with a toll, a ferry and prisoners; a union looks on. The
/// proposals are written by hand, so that nothing depends on how a text is read.
@NullMarked
final class SmallCase {

  static final LocalDate DAY = LocalDate.of(2031, 5, 14);
  private static final Visibility ALL = new Visibility.Public();

  private SmallCase() {}

  static PartyId party(String id) {
    return new PartyId(id);
  }

  private static Party state(String id, String name, @Nullable String shortName, String iso) {
    return new Party(
        party(id),
        LocalizedText.of(name),
        shortName == null ? null : LocalizedText.of(shortName),
        PartyKind.STATE,
        List.of(),
        iso,
        List.of(),
        ALL);
  }

  private static Point point(
      String id, String number, String title, List<Component> parts, List<Option> options) {
    return new Point(
        new PointId(id),
        number,
        LocalizedText.of(title),
        null,
        new InstrumentId("treaty"),
        Point.Content.REPORTED,
        List.of(),
        null,
        parts,
        options,
        List.of(),
        List.of(),
        List.of(),
        ALL);
  }

  private static Option option(String id, String title) {
    return new Option(new OptionId(id), LocalizedText.of(title), null, List.of(), List.of(), ALL);
  }

  static Instrument instrument(String id, String title, List<InstrumentEvent> events) {
    return new Instrument(
        new InstrumentId(id),
        LocalizedText.of(title),
        null,
        InstrumentKind.TREATY,
        null,
        List.of(party("norway"), party("chile")),
        null,
        PackageRule.SEPARABLE,
        events,
        List.of(),
        List.of(),
        ALL);
  }

  static InstrumentEvent event(InstrumentStatus status, String date, boolean isExpected) {
    return new InstrumentEvent(status, Edtf.of(date), List.of(), isExpected, null, List.of());
  }

  static Source source(String id, String publisher, String title, @Nullable String address) {
    return new Source(
        new SourceId(id),
        publisher,
        LocalizedText.of(title),
        address,
        Edtf.of("2031-05-10"),
        "en",
        Reliability.A,
        null,
        SourceKind.REPORT,
        null,
        ALL);
  }

  static Claim claim(String id, String speaker, String party, Subject about, Assertion asserts) {
    return claim(id, speaker, party, about, asserts, "On record.");
  }

  /// A claim of Norway that says nothing of how far the subject is.
  static Claim claim(String id, String speaker, Subject about, String words) {
    return claim(id, speaker, "norway", about, new Assertion.States(), words);
  }

  private static Claim claim(
      String id, String speaker, String party, Subject about, Assertion asserts, String words) {
    return new Claim(
        new ClaimId(id),
        speaker,
        null,
        party(party),
        Edtf.of("2031-05-12"),
        null,
        Claim.Channel.PUBLIC,
        List.of(new SourceId("courier")),
        null,
        words,
        List.of(about),
        List.of(),
        asserts,
        List.of(),
        List.of(),
        List.of(),
        ALL);
  }

  static Step step(String id, String title) {
    return new Step(
        new StepId(id),
        LocalizedText.of(title),
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        false,
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        ALL);
  }

  static Meeting meeting(String id, String title, String date, @Nullable String place) {
    return new Meeting(
        new MeetingId(id),
        LocalizedText.of(title),
        Edtf.of(date),
        place,
        MeetingFormat.BILATERAL,
        List.of(party("norway"), party("chile")),
        List.of(),
        null,
        null,
        List.of(),
        ALL);
  }

  private static List<CaseRecord> records() {
    List<CaseRecord> all = new ArrayList<>();
    all.add(state("norway", "Kingdom of Norway", "Norway", "NOR"));
    all.add(state("chile", "Republic of Chile", "Chile", "CHL"));
    all.add(
        new Party(
            party("union"),
            LocalizedText.of("Union of Ferrymen"),
            null,
            PartyKind.ORGANISATION,
            List.of(),
            null,
            List.of(),
            ALL));
    all.add(instrument("treaty", "Treaty of the bridge", List.of()));
    all.add(
        point(
            "toll",
            "1",
            "The toll",
            List.of(),
            List.of(
                option("toll-coin", "A coin for every cart"),
                option("toll-none", "Free passage until 2040"))));
    all.add(
        point(
            "ferry",
            "2",
            "The ferry",
            List.of(
                new Component(new ComponentId("night"), LocalizedText.of("Night crossings"), ALL)),
            List.of()));
    all.add(point("prisoners", "3", "Exchange of prisoners", List.of(), List.of()));
    all.add(source("courier", "The Oslo Courier", "A bridge, nearly", "https://courier.example/1"));
    return all;
  }

  /// The case with more records, as the mediator sees it.
  static CaseView view(CaseRecord... more) {
    List<CaseRecord> all = records();
    all.addAll(List.of(more));
    return Case.of(new CaseInfo("The bridge", null, List.of()), all).viewFor(new Viewer.Mediator());
  }

  static Article article(String text) {
    return Article.of(text, DAY);
  }

  static Proposal.Quotation quotation(String words) {
    return new Proposal.Quotation(words, new TextSpan(0, words.length()));
  }

  static Speaker speaker(String name, @Nullable String office) {
    return new Speaker(
        name, office, new TextSpan(0, name.length()), Character.isUpperCase(name.charAt(0)));
  }

  /// What a speaker says of a subject, on Monday.
  static Proposal.OfClaim said(
      String name, @Nullable String office, String subject, SaidStance stance) {
    return said(name, office, subject, stance, null, null);
  }

  static Proposal.OfClaim said(
      String name,
      @Nullable String office,
      String subject,
      SaidStance stance,
      @Nullable String share,
      @Nullable String condition) {
    return new Proposal.OfClaim(
        quotation(name + " on " + subject),
        speaker(name, office),
        null,
        Edtf.of("2031-05-12"),
        subject,
        stance,
        share,
        List.of(),
        condition,
        Attribution.REPORTED_SPEECH,
        70);
  }

  static CaseReading read(CaseView view, String text, Proposal... proposals) {
    return CaseReading.of(view, new ArticleReading(article(text), List.of(proposals), Map.of()));
  }

  static Candidate only(CaseView view, Proposal proposal) {
    return read(view, proposal.quotation().words(), proposal).candidates().getFirst();
  }
}
