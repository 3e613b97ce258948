package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.InvalidValueException;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.position.Baseline;
import org.parley.model.position.BaselineId;
import org.parley.model.position.Grade;
import org.parley.model.position.Linkage;
import org.parley.model.position.LinkageId;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Proviso;
import org.parley.model.position.Worth;
import org.parley.model.text.Amount;
import org.parley.model.text.Approval;
import org.parley.model.text.ApprovalStage;
import org.parley.model.text.ApprovalWay;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.PercentRange;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Signing;
import org.parley.model.vote.VoteRule;

/// What keeps preferences, baselines, ties and rules of signing from making sense, by one change.
class PreferenceChecksTest {

  private static final Visibility OPEN = new Visibility.Public();

  private final Party a = party("A");
  private final Party b = party("B");
  private final Party third = party("C");
  private final Instrument treaty =
      new Instrument(
          new InstrumentId("treaty"),
          LocalizedText.of("Treaty"),
          null,
          InstrumentKind.TREATY,
          null,
          List.of(a.id(), b.id()),
          Signing.of(2, List.of(a.id())),
          PackageRule.SEPARABLE,
          List.of(),
          List.of(),
          List.of(),
          OPEN);
  private final Point bridge = point("p1", "1", "joint", "turns");
  private final Point toll = point("p2", "2", "free", "coin");
  private final Position position =
      new Position(
          new PositionId("q"),
          a.id(),
          bridge.id(),
          null,
          null,
          null,
          null,
          null,
          new Worth("20..30"),
          Map.of(new OptionId("joint"), Grade.PREFERRED),
          Map.of(new OptionId("turns"), new Worth("5")),
          null,
          List.of(),
          List.of(),
          true,
          List.of(),
          OPEN);
  private final Baseline baseline =
      new Baseline(
          new BaselineId("b"), a.id(), null, null, new Worth("12"), null, List.of(), true, OPEN);
  private final Linkage never = linkage("never", new Linkage.Tie.Never(options("joint", "coin")));
  private final Linkage ifThen =
      linkage("if", new Linkage.Tie.IfThen(options("joint"), options("free")));
  private final Linkage joint =
      linkage(
          "both", new Linkage.Tie.JointWorth(b.id(), options("joint", "free"), Worth.exactly(-3)));
  private final List<CaseRecord> all =
      List.of(a, b, third, treaty, bridge, toll, position, baseline, never, ifThen, joint);

  private static Party party(String id) {
    return new Party(
        new PartyId(id),
        LocalizedText.of("Party"),
        null,
        PartyKind.STATE,
        List.of(),
        null,
        List.of(),
        OPEN);
  }

  private static List<OptionId> options(String... ids) {
    return List.of(ids).stream().map(OptionId::new).toList();
  }

  private static Point point(String id, String number, String... options) {
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
        options(options).stream()
            .map(
                each ->
                    new Option(each, LocalizedText.of("Option"), null, List.of(), List.of(), OPEN))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        OPEN);
  }

  private static Linkage linkage(String id, Linkage.Tie tie) {
    return new Linkage(new LinkageId(id), "A tie", tie, List.of(), List.of(), true, OPEN);
  }

  private <R extends Record & CaseRecord> void check(
      R record, String component, @Nullable Object value, String... expected) {
    List<CaseRecord> records = new ArrayList<>(all);
    records.replaceAll(each -> each.equals(record) ? Rewrite.with(record, component, value) : each);
    assertEquals(List.of(expected), found(records));
  }

  private static List<String> found(List<CaseRecord> records) {
    return CaseChecks.problems(new CaseInfo("Case", null, List.of()), records).stream()
        .map(Told::of)
        .toList();
  }

  @Test
  void theseAreACase() {
    assertEquals(List.of(), found(all));
  }

  private static Signing then(Approval approval) {
    return new Signing(
        null,
        List.of(),
        List.of(
            new ApprovalStage(
                LocalizedText.of("Ratification"),
                List.of(new ApprovalWay(List.of(), List.of(approval))))),
        List.of());
  }

  @Test
  void whatWasToldInConfidence() {
    Position told =
        Rewrite.with(Rewrite.with(position, "illustrative", false), "told", Edtf.of("2025-12-05"));
    List<CaseRecord> records = new ArrayList<>(all);
    records.replaceAll(each -> each.equals(position) ? told : each);
    assertEquals(List.of("told: told-to-all [2025-12-05]"), found(records));
    Position hidden = Rewrite.with(told, "visibility", new Visibility.Mediator());
    records.replaceAll(each -> each.equals(told) ? hidden : each);
    assertEquals(List.of(), found(records));
    records.replaceAll(each -> each.equals(hidden) ? Rewrite.with(hidden, "told", null) : each);
    assertEquals(List.of("claims: position-rests-on-nothing [q]"), found(records));
  }

  @Test
  void signing() {
    check(
        treaty,
        "signing",
        Signing.of(3, List.of(a.id())),
        "signing.atLeast: too-many-signers(2) [3]");
    check(
        treaty,
        "signing",
        Signing.of(null, List.of(a.id(), third.id(), a.id())),
        "signing.always.1: not-a-signatory [C]",
        "signing.always.2: named-twice [A]");
    check(treaty, "signing", Signing.of(0, List.of()), "signing.atLeast: too-many-signers(2) [0]");
    check(treaty, "signing", Signing.of(1, List.of()));
    check(treaty, "signing", Signing.of(2, List.of()));
    Approval silent = new Approval(third.id(), null, List.of(), List.of());
    VoteRule majority = VoteRule.SIMPLE_MAJORITY;
    Approval.Bloc bloc =
        new Approval.Bloc(third.id(), 0, new PercentRange("40..60"), null, List.of());
    Approval.ExpectedVote expected =
        new Approval.ExpectedVote(List.of(), new PercentRange("52"), null, null, null, List.of());
    check(treaty, "signing", then(silent));
    check(
        treaty,
        "signing",
        new Signing(
            null,
            List.of(),
            List.of(
                new ApprovalStage(LocalizedText.of("Nothing"), List.of()),
                new ApprovalStage(
                    LocalizedText.of("Nobody"), List.of(new ApprovalWay(List.of(), List.of())))),
            List.of()),
        "signing.then.0.anyOf: stage-without-way [Nothing]",
        "signing.then.1.anyOf.0.allOf: way-without-approval [Nobody]");
    check(
        treaty,
        "signing",
        new Signing(
            null,
            List.of(),
            List.of(
                new ApprovalStage(
                    LocalizedText.of(Map.of("123", "Ratification")),
                    List.of(new ApprovalWay(List.of(), List.of(silent))))),
            List.of()),
        "signing.then.0.title.123: not-a-language-tag [123]");
    check(
        treaty,
        "signing",
        then(new Approval(third.id(), majority, List.of(bloc), List.of(expected))),
        "signing.then.0.anyOf.0.allOf.0.blocs: expected-twice [C]",
        "signing.then.0.anyOf.0.allOf.0.blocs.0.seats: bloc-without-seats [0]",
        "signing.then.0.anyOf.0.allOf.0.blocs.0.favour: expected-rests-on-nothing [40..60]",
        "signing.then.0.anyOf.0.allOf.0.expected.0.favour: expected-rests-on-nothing [52]");
    check(
        treaty,
        "signing",
        then(new Approval(third.id(), null, List.of(), List.of(expected))),
        "signing.then.0.anyOf.0.allOf.0: expected-without-vote [C]",
        "signing.then.0.anyOf.0.allOf.0.expected.0.favour: expected-rests-on-nothing [52]");
    check(treaty, "signing", then(new Approval(third.id(), majority, List.of(), List.of())));
    check(treaty, "signing", null);
  }

  @Test
  void positions() {
    check(position, "weight", new Worth("-1..4"), "weight: negative-weight [-1..4]");
    check(position, "rank", 1, "rank: weight-and-rank [1]");
    check(
        position,
        "worths",
        Map.of(new OptionId("coin"), new Worth("5")),
        "worths.coin: option-of-other-point(point p2, point) [coin]");
    OptionId turns = new OptionId("turns");
    check(
        position,
        "onlyIf",
        List.of(
            new Proviso(turns, options("coin"), List.of(), List.of()),
            new Proviso(turns, options("joint"), List.of(), List.of()),
            new Proviso(new OptionId("joint"), List.of(), List.of(), List.of()),
            new Proviso(new OptionId("coin"), options("turns"), List.of(), List.of())),
        "onlyIf.1.option: named-twice [turns]",
        "onlyIf.1.options.0: proviso-on-own-point [joint]",
        "onlyIf.2: proviso-asks-nothing [joint]",
        "onlyIf.3.option: option-of-other-point(point p2, point) [coin]",
        "onlyIf.3.options.0: proviso-on-own-point [turns]");
    Position refuses = Rewrite.with(position, "grades", Map.of(turns, Grade.RED_LINE));
    List<CaseRecord> records = new ArrayList<>(all);
    records.set(
        records.indexOf(position),
        Rewrite.with(
            refuses, "onlyIf", List.of(new Proviso(turns, options("coin"), List.of(), List.of()))));
    assertEquals(List.of("onlyIf.0.option: proviso-on-red-line [turns]"), found(records));
  }

  @Test
  void whatAPublicPositionNamesIsPublic() {
    for (String key : List.of("grades", "worths")) {
      Object of = key.equals("grades") ? Grade.PREFERRED : new Worth("5");
      List<CaseRecord> records = new ArrayList<>(all);
      records.replaceAll(
          each ->
              each instanceof Point point
                  ? Rewrite.with(
                      point,
                      "options",
                      point.options().stream()
                          .map(
                              option ->
                                  option.id().value().equals("turns")
                                      ? Rewrite.with(
                                          option, "visibility", new Visibility.Mediator())
                                      : option)
                          .toList())
                  : each.equals(position)
                      ? Rewrite.with(position, key, Map.of(new OptionId("turns"), of))
                      : each);
      assertTrue(
          found(records).contains(key + ".turns: hidden-from-readers(option turns) [turns]"),
          () -> found(records).toString());
    }
  }

  @Test
  void baselines() {
    check(baseline, "illustrative", false, "claims: baseline-rests-on-nothing [b]");
    List<CaseRecord> records = new ArrayList<>(all);
    records.add(Rewrite.with(baseline, "id", new BaselineId("b2")));
    assertEquals(List.of("party: baseline-twice [A]"), found(records));
  }

  @Test
  void ties() {
    check(never, "text", "", "text: blank(text) []");
    check(never, "illustrative", false, "claims: linkage-rests-on-nothing [never]");
    String nothing = "tie: links-nothing []";
    check(never, "tie", new Linkage.Tie.Never(options("joint", "turns")), nothing);
    check(
        joint,
        "tie",
        new Linkage.Tie.JointWorth(b.id(), options("free"), Worth.exactly(1)),
        nothing);
    check(
        ifThen,
        "tie",
        new Linkage.Tie.IfThen(options("free"), List.of()),
        "tie: one-sided-implication [if]");
    check(
        ifThen,
        "tie",
        new Linkage.Tie.IfThen(List.of(), options("free")),
        "tie: one-sided-implication [if]");
    check(ifThen, "tie", new Linkage.Tie.IfThen(options("joint"), options("turns")), nothing);
    check(
        never,
        "tie",
        new Linkage.Tie.Never(options("joint", "nothing")),
        "tie.together.1: no-such-id(option nothing, false) [nothing]");
  }

  @Test
  void budgets() {
    OptionId joint = new OptionId("joint");
    OptionId turns = new OptionId("turns");
    OptionId free = new OptionId("free");
    Amount one = Amount.of(1);
    Amount two = Amount.of(2);
    assertEquals(List.of(), found(withTie(budget(Map.of(joint, one, free, two), null, two))));
    assertEquals(List.of(), found(withTie(budget(Map.of(joint, one, free, two), one, one))));
    check(never, "tie", budget(Map.of(joint, one, turns, two), null, two), "tie: links-nothing []");
    String unbounded = "tie: budget-without-bound [never]";
    check(never, "tie", budget(Map.of(joint, one, free, two), null, null), unbounded);
    check(never, "tie", budget(Map.of(joint, one, free, two), two, one), unbounded);
    check(
        never,
        "tie",
        budget(Map.of(joint, new Amount("999999999999999"), free, new Amount("0.001")), null, two),
        "tie: budget-too-fine [never]");
  }

  private List<CaseRecord> withTie(Linkage.Tie tie) {
    List<CaseRecord> records = new ArrayList<>(all);
    records.set(records.indexOf(never), Rewrite.with(never, "tie", tie));
    return records;
  }

  private static Linkage.Tie budget(
      Map<OptionId, Amount> amounts, @Nullable Amount atLeast, @Nullable Amount atMost) {
    return new Linkage.Tie.Budget(amounts, atLeast, atMost, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "-3", "40..60", "-5..5", "7..7", "0 .. 10"})
  void isAWorth(String said) {
    Worth worth = new Worth(said);
    assertEquals(said, worth.toString());
    assertEquals(worth.least() == worth.most(), worth.isExact());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4.5", "60..40", "a", "1...2", "9999999999999999999", "+3", "1..", "4,5"})
  void isNotAWorth(String said) {
    InvalidValueException e = assertThrows(InvalidValueException.class, () -> new Worth(said));
    assertEquals(said, e.value());
  }
}
