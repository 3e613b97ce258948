package org.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.GuaranteeCases;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Meeting;
import org.parley.model.claim.MeetingFormat;
import org.parley.model.claim.MeetingId;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.party.PartyRole;
import org.parley.model.position.Grade;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
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
import org.parley.model.text.Segment;
import org.parley.model.text.Subject;
import org.parley.model.text.TextStatus;
import org.parley.model.text.TextVersion;
import org.parley.web.view.OpenCase;

/// A small case with one of everything the pages show: a river treaty between Arda and Brenn, with
/// a league that guarantees it. One claim and one source are written to break a page that escapes
/// badly.
@NullMarked
public final class SmallWorld {

  static final String SCRIPT = "<script>alert('x')</script>";

  private static final Visibility ALL = new Visibility.Public();

  private final List<CaseRecord> records = new ArrayList<>();

  public static Case build() {
    SmallWorld world = new SmallWorld();
    world.parties();
    world.sources();
    world.points();
    world.claims();
    world.meetingsAndPositions();
    world.records.addAll(SmallSequence.build());
    world.guarantees();
    return Case.of(
        new CaseInfo(
            "The river treaty", "Water and passage.", List.of(party("A"), party("B"), party("L"))),
        world.records);
  }

  public static OpenCase open() {
    return new OpenCase(build().viewFor(new Viewer.Mediator()));
  }

  static PartyId party(String id) {
    return new PartyId(id);
  }

  private void parties() {
    records.add(
        new Party(
            party("A"),
            LocalizedText.of("Republic of Arda"),
            LocalizedText.of("Arda"),
            PartyKind.STATE,
            List.of(),
            null,
            List.of(PartyRole.SIGNATORY),
            ALL));
    records.add(
        new Party(
            party("B"),
            LocalizedText.of("Kingdom of Brenn"),
            LocalizedText.of("Brenn"),
            PartyKind.STATE,
            List.of(),
            null,
            List.of(PartyRole.SIGNATORY),
            ALL));
    records.add(
        new Party(
            party("L"),
            LocalizedText.of("League"),
            null,
            PartyKind.COALITION,
            List.of(party("M")),
            null,
            List.of(PartyRole.GUARANTOR),
            ALL));
    records.add(
        new Party(
            party("M"),
            LocalizedText.of("Marra"),
            null,
            PartyKind.STATE,
            List.of(),
            null,
            List.of(),
            ALL));
  }

  private void sources() {
    source("gazette", "The Gazette", "https://example.org/a?b=1&c=2", Reliability.B, null);
    source("echo", "The Echo", "javascript:alert(1)", Reliability.D, "gazette");
    source("whisper", SCRIPT, null, Reliability.F, null);
  }

  private void source(
      String id,
      String publisher,
      @Nullable String address,
      Reliability grade,
      @Nullable String relays) {
    records.add(
        new Source(
            new SourceId(id),
            publisher,
            LocalizedText.of("Report on the river"),
            address,
            Edtf.of("2025-03-02"),
            "en",
            grade,
            relays == null ? null : new SourceId(relays),
            SourceKind.REPORT,
            null,
            ALL));
  }

  private void points() {
    records.add(
        new Instrument(
            new InstrumentId("treaty"),
            LocalizedText.of("Treaty of the river"),
            "Water and passage.",
            InstrumentKind.TREATY,
            null,
            List.of(party("A"), party("B")),
            null,
            PackageRule.SINGLE_UNDERTAKING,
            List.of(
                new InstrumentEvent(
                    InstrumentStatus.DRAFTED,
                    Edtf.of("2025-02"),
                    List.of(),
                    false,
                    null,
                    List.of(new SourceId("gazette"))),
                new InstrumentEvent(
                    InstrumentStatus.SIGNED,
                    Edtf.of("2025-06/2025-09~"),
                    List.of(),
                    true,
                    null,
                    List.of())),
            List.of(),
            List.of(),
            ALL));
    point("p1", "1", "Peace", null, List.of(), List.of(), List.of());
    point(
        "p2",
        "2",
        "Water shares",
        3,
        List.of(new Component(new ComponentId("p2-summer"), LocalizedText.of("in summer"), ALL)),
        List.of(
            new Option(
                new OptionId("p2-half"),
                LocalizedText.of("Half each"),
                "By volume.",
                List.of(party("A")),
                List.of(),
                ALL),
            new Option(
                new OptionId("p2-need"),
                LocalizedText.of("By need"),
                null,
                List.of(party("B")),
                List.of(),
                ALL)),
        List.of(
            new TextVersion(
                "1",
                Edtf.of("2025-02"),
                TextStatus.ROLLING_TEXT,
                List.of(
                    new Segment.Plain("The waters are shared"),
                    new Segment.Bracket(
                        "measure",
                        List.of(
                            new Segment.Alternative(List.of(party("A")), "in equal halves", false),
                            new Segment.Alternative(List.of(party("B")), "by need", false),
                            new Segment.Alternative(List.of(party("L")), null, true)))),
                List.of(new SourceId("gazette")),
                ALL)));
    point("p3", "3(a)", "Passage of ships", null, List.of(), List.of(), List.of());
    point("p4", "4", "A court", null, List.of(), List.of(), List.of());
  }

  private void point(
      String id,
      String number,
      String title,
      @Nullable Integer weight,
      List<Component> components,
      List<Option> options,
      List<TextVersion> texts) {
    records.add(
        new Point(
            new PointId(id),
            number,
            LocalizedText.of(title),
            "What is reported of it.",
            new InstrumentId("treaty"),
            id.equals("p4") ? Point.Content.UNVERIFIED : Point.Content.REPORTED,
            List.of(),
            weight,
            components,
            options,
            texts,
            List.of(),
            List.of(new SourceId("gazette")),
            ALL));
  }

  private void claims() {
    PointId p1 = new PointId("p1");
    PointId p2 = new PointId("p2");
    PointId p3 = new PointId("p3");
    PointId p4 = new PointId("p4");
    claim(
        "c1",
        "A",
        "Ana Orr",
        "2025-03-01",
        "gazette",
        p1,
        List.of(party("A"), party("B")),
        new Assertion.Agreed());
    claim("c2", "B", "Bo Vane", "2025-03-02", "gazette", p1, List.of(), new Assertion.Agreed());
    claim("c3", "B", "Cy Lund", "2025-03-02", "echo", p1, List.of(), new Assertion.Rejected());
    claim(
        "c4",
        "A",
        "Ana Orr",
        "2025-03-03",
        "gazette",
        p2,
        List.of(),
        new Assertion.Prefers(new OptionId("p2-half")));
    claim("c5", "A", "Ana Orr", "2025-03-03", "gazette", p2, List.of(), new Assertion.Open());
    claim(
        "c6",
        "B",
        "Bo Vane",
        "2025-03-04",
        "gazette",
        p3,
        List.of(),
        new Assertion.Conditional("a harbour in the north"));
    claim(
        "c7", "A", "Ana Orr", "2025-03-05", "gazette", p3, List.of(), new Assertion.AdReferendum());
    claim(
        "c8",
        "A",
        SCRIPT,
        "2025-03-06",
        "whisper",
        p4,
        List.of(party("A"), party("B")),
        new Assertion.Agreed());
    claim(
        "c9",
        "A",
        "Ana Orr",
        "2025-03-07",
        "gazette",
        new Subject.Whole(),
        List.of(party("A"), party("B")),
        new Assertion.Complete(new Share("90 %")));
    claim(
        "c10",
        "B",
        "Bo Vane",
        "2025-03-08",
        "gazette",
        new Subject.Whole(),
        List.of(),
        new Assertion.NotReceived());
    claim(
        "c11",
        "L",
        "Dee Moss",
        "2025-03/2025-04~",
        "gazette",
        p1,
        List.of(),
        new Assertion.States());
    records.add(
        new Claim(
            new ClaimId("c12"),
            "Bo Vane",
            "Minister",
            party("B"),
            Edtf.of("2025-03-09"),
            Edtf.of("2025-03-20"),
            Claim.Channel.CONFIDENTIAL,
            List.of(new SourceId("gazette")),
            null,
            "The court is acceptable.",
            List.of(p4),
            List.of(),
            new Assertion.Agreed(),
            List.of(),
            List.of(),
            List.of(new ClaimId("c8")),
            new Visibility.Party(party("B"))));
    records.add(
        new Claim(
            new ClaimId("c13"),
            "Ana Orr",
            null,
            party("A"),
            Edtf.of("2025-03-10"),
            null,
            Claim.Channel.PUBLIC,
            List.of(new SourceId("gazette")),
            LocalizedText.of("Passage is settled"),
            null,
            List.of(p3),
            List.of(),
            new Assertion.Agreed(),
            List.of(new ClaimId("c7")),
            List.of(),
            List.of(),
            ALL));
  }

  private void claim(
      String id,
      String party,
      String speaker,
      String said,
      String source,
      Subject about,
      List<PartyId> between,
      Assertion asserts) {
    records.add(
        new Claim(
            new ClaimId(id),
            speaker,
            "Minister",
            party(party),
            Edtf.of(said),
            null,
            Claim.Channel.PUBLIC,
            List.of(new SourceId(source)),
            LocalizedText.of("Words of " + speaker),
            null,
            List.of(about),
            between,
            asserts,
            List.of(),
            List.of(),
            List.of(),
            ALL));
  }

  private void guarantees() {
    StepId signing = new StepId("signing");
    records.add(
        new Step(
            signing,
            LocalizedText.of("The treaty is signed"),
            null,
            null,
            List.of(party("A"), party("B")),
            List.of(),
            null,
            Edtf.of("2026-01-20"),
            false,
            Map.of(),
            List.of(),
            List.of(new SourceId("gazette")),
            Map.of(),
            ALL));
    records.addAll(
        GuaranteeCases.of(
            party("A"), party("B"), signing, new PointId("p1"), new SourceId("gazette")));
  }

  private void meetingsAndPositions() {
    records.add(
        new Meeting(
            new MeetingId("m1"),
            LocalizedText.of("Talks at the bridge"),
            Edtf.of("2025-03-01"),
            "The bridge",
            MeetingFormat.BILATERAL,
            List.of(party("A"), party("B")),
            List.of("Ana Orr"),
            null,
            "A first text.",
            List.of(new SourceId("gazette")),
            ALL));
    records.add(
        new Meeting(
            new MeetingId("m2"),
            LocalizedText.of("Summit"),
            Edtf.of("2025-06/2025-07~"),
            null,
            MeetingFormat.SUMMIT,
            List.of(party("A"), party("B"), party("L")),
            List.of(),
            Edtf.of("2025-03-05"),
            null,
            List.of(),
            ALL));
    records.add(
        new Position(
            new PositionId("pos1"),
            party("A"),
            new PointId("p2"),
            null,
            null,
            "Halves, as a matter of principle.",
            "Harvests",
            1,
            null,
            Map.of(
                new OptionId("p2-half"), Grade.PREFERRED, new OptionId("p2-need"), Grade.RED_LINE),
            Map.of(),
            null,
            List.of(),
            List.of(),
            true,
            List.of(),
            ALL));
  }
}
