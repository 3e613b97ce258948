package org.parley.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.date.ZonedMoment;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.round.TabledPackageId;
import org.parley.model.text.Amount;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Quantity;

/// Three parties, a point with two options and one with a number, and a round about both.
public final class RoundWorld {

  static final PartyId AA = new PartyId("AA");
  static final PartyId BB = new PartyId("BB");
  static final PartyId CC = new PartyId("CC");
  static final PointId P1 = new PointId("p1");
  static final PointId P2 = new PointId("p2");
  static final OptionId A = new OptionId("p1-a");
  static final OptionId B = new OptionId("p1-b");
  static final Visibility OPEN = new Visibility.Delegations();

  private RoundWorld() {}

  /// Parties and points to hold rounds about.
  public static List<CaseRecord> records() {
    List<CaseRecord> records = new ArrayList<>();
    for (PartyId party : List.of(AA, BB, CC)) {
      records.add(
          new Party(
              party,
              LocalizedText.of("Land of " + party),
              null,
              PartyKind.STATE,
              List.of(),
              null,
              List.of(),
              new Visibility.Public()));
    }
    InstrumentId treaty = new InstrumentId("treaty");
    records.add(
        new Instrument(
            treaty,
            LocalizedText.of("Treaty"),
            null,
            InstrumentKind.TREATY,
            null,
            List.of(AA, BB, CC),
            null,
            PackageRule.SEPARABLE,
            List.of(),
            List.of(),
            List.of(),
            new Visibility.Public()));
    records.add(point(treaty, P1, "1", null, option(A), option(B)));
    records.add(
        point(
            treaty,
            P2,
            "2",
            new Quantity(LocalizedText.of("troops"), Amount.of(10), Amount.of(30), Amount.of(10))));
    return records;
  }

  private static Option option(OptionId id) {
    return new Option(
        id, LocalizedText.of("Way " + id), null, List.of(), List.of(), new Visibility.Public());
  }

  private static Point point(
      InstrumentId of, PointId id, String number, @Nullable Quantity quantity, Option... options) {
    return new Point(
        id,
        number,
        LocalizedText.of("Point " + number),
        null,
        of,
        null,
        null,
        false,
        Point.Content.REPORTED,
        List.of(),
        null,
        List.of(),
        Arrays.asList(options),
        quantity,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Visibility.Public());
  }

  public static Round round(
      @Nullable String closes, Round.Revealing when, Round.Disclosure... reveals) {
    return new Round(
        new RoundId("r"),
        LocalizedText.of("Round"),
        List.of(AA, BB),
        List.of(P1, P2),
        new ZonedMoment("2026-03-01T09:00Z"),
        closes == null ? null : new ZonedMoment(closes),
        when,
        List.of(reveals),
        Round.Improving.LEXIMIN,
        OPEN);
  }

  public static TabledPackage tabled(
      String id, int version, @Nullable String amends, @Nullable PartyId author, String tabled) {
    return new TabledPackage(
        new TabledPackageId(id),
        new RoundId("r"),
        LocalizedText.of("Package"),
        version,
        amends == null ? null : new TabledPackageId(amends),
        author,
        List.of(
            new TabledProvision(P1, A, null, null),
            new TabledProvision(P2, null, Amount.of(20), "In all.")),
        new ZonedMoment(tabled),
        OPEN);
  }

  /// The same package, to some parties alone.
  public static TabledPackage to(TabledPackage tabled, PartyId... parties) {
    return Rewrite.with(tabled, "visibility", Visibility.of(List.of(parties)));
  }

  public static CaseView view(CaseRecord... more) {
    return seen(new Viewer.Mediator(), more);
  }

  /// The case with more records, as somebody sees it.
  public static CaseView seen(Viewer viewer, CaseRecord... more) {
    List<CaseRecord> all = new ArrayList<>(records());
    all.addAll(List.of(more));
    return Case.of(new CaseInfo("Case", null, List.of()), all).viewFor(viewer);
  }
}
