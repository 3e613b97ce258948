package org.parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.Case;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
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
import org.parley.model.text.Subject;

/// A small world in text: parties A, B, C and the union U of A and B; a treaty of points p1 to p4,
/// p1 with a component p1-military and an option p1-joint; sources named s and leak. Claims are
/// told one a line:
///
/// `01-02 Ann/A agreed p1, p2 between A B` `01-03 Bob/B share:90% whole between A B; supersedes c1;
/// known 01-09; source leak`
///
/// and are called c1, c2, ... in the order told. Days are in 2026.
@NullMarked
public final class World {

  private static final Visibility OPEN = new Visibility.Public();

  private final List<CaseRecord> records = new ArrayList<>();
  private int told;

  private World() {}

  public static World of(String... claims) {
    World world = new World();
    world.party("A", PartyKind.STATE);
    world.party("B", PartyKind.STATE);
    world.party("C", PartyKind.STATE);
    world.party("U", PartyKind.UNION, "A", "B");
    world.records.add(
        new Instrument(
            new InstrumentId("treaty"),
            LocalizedText.of("Treaty"),
            null,
            InstrumentKind.TREATY,
            null,
            ids("A", "B", "C"),
            null,
            PackageRule.SINGLE_UNDERTAKING,
            List.of(),
            List.of(),
            List.of(),
            OPEN));
    for (int number = 1; number <= 4; number++) {
      world.point(number);
    }
    world.source("s", SourceKind.REPORT, null);
    world.source("s2", SourceKind.REPORT, "s");
    world.source("leak", SourceKind.UNATTRIBUTED, null);
    Arrays.stream(claims).forEach(world::tell);
    return world;
  }

  /// The same with p2 as the heading of p3 and p4.
  World withHeading() {
    records.replaceAll(
        each ->
            !(each instanceof Point point)
                ? each
                : switch (point.id().value()) {
                  case "p2" -> Rewrite.with(point, "heading", true);
                  case "p3", "p4" -> Rewrite.with(point, "partOf", new PointId("p2"));
                  default -> point;
                });
    return this;
  }

  public Board board(String asOf) {
    return Board.of(view(), AsOf.of(day(asOf)));
  }

  public Board board(String asOf, String knownAt) {
    return Board.of(view(), new AsOf(day(asOf), day(knownAt)));
  }

  org.parley.model.cases.CaseView view() {
    return Case.of(new CaseInfo("World", null, ids("A", "B", "C")), records)
        .viewFor(new Viewer.Mediator());
  }

  static List<PartyId> ids(String... ids) {
    return Arrays.stream(ids).map(PartyId::new).toList();
  }

  static LocalDate day(String monthDay) {
    return LocalDate.parse("2026-" + monthDay);
  }

  static Subject subject(String id) {
    return switch (id) {
      case "whole" -> new Subject.Whole();
      case "treaty" -> new InstrumentId(id);
      default -> id.contains("-") ? new ComponentId(id) : new PointId(id);
    };
  }

  private void party(String id, PartyKind kind, String... members) {
    records.add(
        new Party(
            new PartyId(id),
            LocalizedText.of(id),
            null,
            kind,
            ids(members),
            null,
            List.of(),
            OPEN));
  }

  private void point(int number) {
    boolean first = number == 1;
    records.add(
        new Point(
            new PointId("p" + number),
            "" + number,
            LocalizedText.of("Point " + number),
            null,
            new InstrumentId("treaty"),
            Point.Content.REPORTED,
            List.of(),
            number == 4 ? 3 : null,
            first
                ? List.of(
                    new Component(
                        new ComponentId("p1-military"), LocalizedText.of("Military"), OPEN))
                : List.of(),
            first
                ? List.of(
                    new Option(
                        new OptionId("p1.joint"),
                        LocalizedText.of("Joint"),
                        null,
                        List.of(),
                        List.of(),
                        OPEN))
                : List.of(),
            List.of(),
            List.of(),
            List.of(),
            OPEN));
  }

  private void source(String id, SourceKind kind, @Nullable String relays) {
    records.add(
        new Source(
            new SourceId(id),
            "Paper",
            LocalizedText.of("Title"),
            null,
            Edtf.of("2026-01"),
            "en",
            Reliability.C,
            relays == null ? null : new SourceId(relays),
            kind,
            null,
            OPEN));
  }

  private void tell(String line) {
    String[] parts = line.split("\\s*;\\s*");
    String[] main = parts[0].split("\\s+between\\s+");
    String[] words = main[0].split("\\s+", 4);
    String[] speaker = words[1].split("/");
    String known = null;
    String source = "s";
    List<ClaimId> supersedes = new ArrayList<>();
    List<ClaimId> retracts = new ArrayList<>();
    List<ClaimId> contradicts = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      String[] extra = parts[i].split("\\s+");
      switch (extra[0]) {
        case "known" -> known = extra[1];
        case "source" -> source = extra[1];
        case "supersedes" -> supersedes.add(new ClaimId(extra[1]));
        case "retracts" -> retracts.add(new ClaimId(extra[1]));
        case "contradicts" -> contradicts.add(new ClaimId(extra[1]));
        default -> throw new IllegalArgumentException(line);
      }
    }
    records.add(
        new Claim(
            new ClaimId("c" + ++told),
            speaker[0],
            null,
            new PartyId(speaker[1].split("\\+")[0]),
            ids(speaker[1].split("\\+")).stream().skip(1).toList(),
            Edtf.of("2026-" + words[0]),
            known == null ? null : Edtf.of("2026-" + known),
            Claim.Channel.PUBLIC,
            Arrays.stream(source.split(",")).map(SourceId::new).toList(),
            null,
            null,
            line,
            Arrays.stream(words[3].split(",\\s*")).map(World::subject).toList(),
            main.length > 1 ? ids(main[1].split("\\s+")) : List.of(),
            assertion(words[2]),
            supersedes,
            retracts,
            contradicts,
            OPEN));
  }

  private static Assertion assertion(String word) {
    int colon = word.indexOf(':');
    String rest = colon < 0 ? "" : word.substring(colon + 1).replace('_', ' ');
    return switch (colon < 0 ? word : word.substring(0, colon)) {
      case "agreed" -> new Assertion.Agreed();
      case "ad-referendum" -> new Assertion.AdReferendum();
      case "if" -> new Assertion.Conditional(rest);
      case "open" -> new Assertion.Open();
      case "rejected" -> new Assertion.Rejected();
      case "received" -> new Assertion.Received();
      case "not-received" -> new Assertion.NotReceived();
      case "refuses" -> new Assertion.Refuses(new OptionId(rest));
      case "implemented" -> new Assertion.Implemented(new Share(rest));
      case "prefers" -> new Assertion.Prefers(new OptionId(rest));
      case "share" -> new Assertion.Complete(new Share(rest));
      case "states" -> new Assertion.States();
      default -> throw new IllegalArgumentException(word);
    };
  }
}
