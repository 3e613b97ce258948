package org.parley.bargain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.date.Edtf;
import org.parley.model.position.AcceptedRange;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Worth;
import org.parley.model.position.WorthCurve;
import org.parley.model.round.Round;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.round.RoundWorld;

/// The packages that a party is asked to compare: those on the table before its eyes.
@NullMarked
class TabledQuestionsTest {

  private static final PartyId AA = new PartyId("AA");
  private static final PartyId BB = new PartyId("BB");
  private static final PointId P1 = new PointId("p1");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final PartyId CC = new PartyId("CC");
  private static final Round ROUND =
      Rewrite.with(
          RoundWorld.round(null, Round.Revealing.ALL_ANSWERED), "parties", List.of(AA, BB, CC));
  private static final TabledPackage FIRST = tabled("k1", "p1-a");
  private static final TabledPackage SECOND = tabled("k2", "p1-b");

  private static TabledPackage tabled(String id, String option) {
    return Rewrite.with(
        RoundWorld.tabled(id, 1, null, null, "2026-03-01T10:00Z"),
        "provisions",
        List.of(
            new TabledProvision(P1, new OptionId(option), null, null),
            new TabledProvision(new PointId("p2"), null, Amount.of(20), null)));
  }

  /// A version of the first package, seen by some.
  private static TabledPackage version(Visibility readers) {
    TabledPackage later = RoundWorld.tabled("k3", 2, "k1", null, "2026-03-01T11:00Z");
    return Rewrite.with(
        Rewrite.with(later, "provisions", FIRST.provisions()), "visibility", readers);
  }

  private static Position position() {
    return new Position(
        new PositionId("aa-1"),
        AA,
        P1,
        null,
        null,
        null,
        null,
        null,
        new Worth("90"),
        Map.of(),
        Map.of(new OptionId("p1-a"), new Worth("90"), new OptionId("p1-b"), new Worth("0")),
        null,
        List.of(),
        List.of(),
        Edtf.of("2026-02-01"),
        false,
        List.of(),
        new Visibility.Party(AA));
  }

  private static Position troops() {
    Position like = Rewrite.with(position(), "id", new PositionId("aa-2"));
    return Rewrite.with(
        Rewrite.with(Rewrite.with(like, "point", new PointId("p2")), "worths", Map.of()),
        "range",
        new AcceptedRange(null, null, new WorthCurve.Rises()));
  }

  private static int asked(Viewer viewer, TabledPackage... more) {
    List<CaseRecord> records = new ArrayList<>(List.of(ROUND, position(), troops(), FIRST, SECOND));
    records.addAll(List.of(more));
    CaseView view = RoundWorld.seen(viewer, records.toArray(CaseRecord[]::new));
    PreparedProblem.Ready ready =
        assertInstanceOf(PreparedProblem.Ready.class, CasePackages.of(view));
    return ElicitedParty.onTable(view, ready.packages(), AA, NOON).size();
  }

  @Test
  void packagesOnTheTableAreCompared() {
    assertEquals(2, asked(new Viewer.Delegation(AA)));
    // the version has the same terms as the one it replaces
    assertEquals(2, asked(new Viewer.Delegation(AA), version(new Visibility.Delegations())));
  }

  /// A draft of the mediator, and a version for others, replace nothing: the questions would tell.
  @Test
  void whatAPartyCannotReadChangesNoQuestion() {
    TabledPackage draft = changed(new Visibility.Mediator());
    TabledPackage forBoth = changed(Visibility.of(List.of(BB, CC)));
    for (TabledPackage each : List.of(draft, forBoth)) {
      assertEquals(2, asked(new Viewer.Delegation(AA), each));
      assertEquals(2, asked(new Viewer.Mediator(), each), each.toString());
    }
  }

  /// A version for oneself is a draft: all others still answer the first package.
  @Test
  void anOwnDraftReplacesNothing() {
    assertEquals(3, asked(new Viewer.Delegation(AA), changed(new Visibility.Party(AA))));
  }

  private static TabledPackage changed(Visibility readers) {
    return Rewrite.with(
        version(readers),
        "provisions",
        List.of(
            new TabledProvision(P1, new OptionId("p1-a"), null, null),
            new TabledProvision(new PointId("p2"), null, Amount.of(30), null)));
  }
}
