package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.answer.board.WarningsAnswer;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.yaml.SourceText;
import org.parley.model.Viewer;

/// Records that fit the rules, but not the course of a settlement: one slip a line, and where its
/// warning points.
class SenseWarningsTest {

  private static final String CASE =
      """
      case: {title: The river}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Beland, kind: state}
        - {id: LL, name: League, kind: union, members: [AA, BB]}
        - {id: WW, name: Witness, kind: state}
        - {id: HH, name: House, kind: organisation}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
        - {id: pact, title: Pact, kind: treaty, signatories: LL, versions: [{version: old, date: 2020-01-01}, {version: new, date: 2021-01-01}]}
      points:
        - {id: p1, number: 1, title: Water, instrument: treaty, options: [{id: p1.half, title: Half each}, {id: p1.none, title: Nothing}]}
      steps: {id: canal, title: A canal, instrument: treaty}
      sources:
        - {id: early, publisher: Post, title: News, date: 2020-01-02, language: en, reliability: B, kind: report}
        - {id: late, publisher: Post, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}
      forecasts:
        - {id: f1, forecaster: Ann, event: prolonged, until: 2030-06, made: 2020-01-02, chance: 60 %}
        - {id: f2, forecaster: Ann, event: collapsed, until: 2030-06, made: 2020-01-03, chance: 40 %}
      claims:
        - {id: c1, speaker: A minister, party: AA, said: 2020-01-02, channel: public, source: [early, late], paraphrase: We want half., about: p1, asserts: {prefers: p1.half}}
      positions:
        - {id: x1, party: AA, point: p1, grades: {p1.half: preferred, p1.none: red-line}, claims: c1}
      acts:
        - {id: signed, kind: signed, date: 2020-02-01, by: [AA, BB], of: treaty, source: late}
        - {id: pact-signed, kind: signed, date: 2020-02-01, by: AA, of: pact, source: late}
        - {id: ratified, kind: ratified, date: 2020-03-01, by: HH, of: treaty, source: late, vote: {question: Shall it be, inFavour: 60, against: 40, carried: carried}}
        - {id: force, kind: entered-into-force, date: 2020-04-01, of: treaty, source: late}
        - {id: done, kind: performed, date: 2020-05-01, by: AA, of: canal, source: late}
        - {id: gone, kind: withdrawn, date: 2021-01-01, by: AA, of: treaty, source: late}
        - {id: over, kind: terminated, date: 2021-06-01, of: treaty, source: late}
        - {id: vote, kind: put-to-vote, date: 2020-02-15, by: HH, of: treaty, source: late, vote: {question: Shall it be, inFavour: 60, against: 40, rule: two thirds, carried: not-carried}}
        - {id: refused, kind: rejected, date: 2020-02-16, by: HH, of: treaty, source: late, vote: {question: Shall it be, inFavour: 40, against: 60, carried: not-carried}}
        - {id: pact-ratified, kind: ratified, date: 2021-02-01, by: HH, of: pact, version: new, source: late}
        - {id: announced, kind: entered-into-force, date: 2021-03-01, known: 2020-01-01, of: pact, source: early}
      """;

  private static CaseCheck check(String text) {
    CaseCheck check =
        Loader.check(
            new CaseFiles.FolderTexts(
                List.of(new SourceText("a.yaml", text)), List.of(), List.of()));
    assertInstanceOf(Loaded.class, check.result(), check.toString());
    return check;
  }

  private static List<String> warnings(String text) {
    return check(text).warnings().stream()
        .map(
            each ->
                each.source().substring(each.place().column() - 1).startsWith(each.value())
                    ? each.code() + " " + each.value() + ": " + each.message()
                    : "not where it stands: " + each)
        .toList();
  }

  @Test
  void aSoundRecordRaisesNoDoubt() {
    assertEquals(List.of(), warnings(CASE));
  }

  @Test
  void eachSlipIsNamedWithItsReasonAndPlace() {
    String[][] table = {
      {
        "id: ratified, kind: ratified, date: 2020-03-01",
        "id: ratified, kind: ratified, date: 2020-01-31",
        "approved-before-signed 2020-01-31: approved before signed, the first signature on record"
      },
      {
        "id: force, kind: entered-into-force, date: 2020-04-01",
        "id: force, kind: entered-into-force, date: 2020-02-20",
        "in-force-before-approved 2020-02-20: in force before ratified, the first approval on record"
      },
      {
        "id: signed, kind: signed, date: 2020-02-01, by: [AA, BB]",
        "id: signed, kind: signed, date: 2020-02-01, by: [AA, WW]",
        "signed-by-other WW: signed, but no signatory of treaty"
      },
      {
        "said: 2020-01-02",
        "said: 2020-01-03",
        "newer-than-source 2020-01-03: later than the source it is taken from, early"
      },
      {
        "id: done, kind: performed, date: 2020-05-01, by: AA, of: canal, source: late",
        "id: done, kind: performed, date: 2020-05-01, by: AA, of: canal, source: [early, late]",
        "newer-than-source 2020-05-01: later than the source it is taken from, early"
      },
      {
        "chance: 60 %",
        "chance: 60.5 %",
        "ways-above-one 40 %: the chances of this forecaster for the ways the talks go add up to 101 %"
      },
      {
        "p1.half: preferred, p1.none: red-line",
        "p1.half: red-line, p1.none: preferred",
        "red-line-preferred p1.half: a red line, though c1 prefers this option"
      },
      {
        "asserts: {prefers: p1.half}",
        "asserts: {refuses: p1.half}",
        "accepted-refused p1.half: accepted, though c1 refuses this option"
      },
      {
        "id: done, kind: performed, date: 2020-05-01",
        "id: done, kind: performed, date: 2021-07-01",
        "after-its-end 2021-07-01: after over, which ended the instrument or the party’s part in it"
      },
      {
        "id: force, kind: entered-into-force, date: 2020-04-01",
        "id: force, kind: entered-into-force, date: 2021-07-01",
        "after-its-end 2021-07-01: after over, which ended the instrument or the party’s part in it"
      },
      {
        "inFavour: 60, against: 40, carried: carried",
        "inFavour: 40, against: 60, carried: carried",
        "carried-by-minority 40: carried with fewer votes in favour than against"
      },
      {
        "inFavour: 60, against: 40, rule: two thirds",
        "inFavour: 60, against: 40",
        "lost-by-majority 60: not carried, though more voted in favour than against"
      },
      {
        "inFavour: 60, against: 40, rule: two thirds",
        "inFavour: 60, against: 40, needs: {qualified: 1 of 2}",
        "against-its-rule not-carried: not the result that the figures and the rule give"
      },
      {
        "inFavour: 60, against: 40, carried: carried",
        "inFavour: 40, against: 60, carried: not-carried",
        "approved-though-lost not-carried: an approval whose vote was not carried"
      },
      {
        "inFavour: 40, against: 60, carried: not-carried",
        "inFavour: 60, against: 40, carried: carried",
        "refused-though-carried carried: a refusal whose vote was carried by those in favour"
      },
    };
    for (String[] line : table) {
      assertTrue(CASE.contains(line[0]), line[0]);
      List<String> found = warnings(CASE.replace(line[0], line[1]));
      assertTrue(found.contains(line[2]), line[1] + ": " + found);
    }
  }

  /// Others may still approve an instrument that one party left.
  @Test
  void aPartyThatWithdrewApprovesNoMore() {
    String deposit =
        "  - {id: deposit, kind: deposited, date: 2021-02-01, by: %s, of: treaty, source: late}\n";
    assertEquals(
        List.of(
            "after-its-end 2021-02-01: after gone, which ended the instrument or the party’s part"
                + " in it"),
        warnings(CASE + deposit.formatted("AA")));
    assertEquals(List.of(), warnings(CASE + deposit.formatted("BB")));
  }

  /// Signature and approval are compared within a version.
  @Test
  void anEarlierVersionRaisesNoDoubt() {
    assertEquals(
        List.of(),
        warnings(
            CASE.replace(
                "id: pact-signed, kind: signed, date: 2020-02-01, by: AA, of: pact",
                "id: pact-signed, kind: signed, date: 2021-03-01, by: AA, of: pact, version: old")));
  }

  /// A warning names a record that its reader sees, and rests on nothing else.
  @Test
  void aHiddenActRaisesNoDoubtForOthers() {
    CaseCheck check =
        check(
            CASE.replace(
                "{id: over, kind: terminated, date: 2021-06-01,",
                "{id: over, kind: terminated, date: 2020-04-15, visibility: mediator,"));
    Loaded loaded = assertInstanceOf(Loaded.class, check.result());
    assertEquals(
        List.of("done"),
        records(WarningsAnswer.of(loaded.contents().viewFor(new Viewer.Mediator()))));
    assertEquals(
        List.of(), records(WarningsAnswer.of(loaded.contents().viewFor(new Viewer.Public()))));
  }

  private static List<String> records(WarningsAnswer answer) {
    return answer.warnings().stream().map(each -> each.record().value()).toList();
  }

  @Test
  void noExampleHasADoubtfulRecord() throws IOException {
    try (Stream<Path> examples = Files.list(Path.of("../examples"))) {
      for (Path each : examples.filter(Files::isDirectory).sorted().toList()) {
        CaseCheck check = Loader.check(CaseFiles.read(each));
        assertInstanceOf(Loaded.class, check.result(), check.toString());
        assertEquals(List.of(), check.warnings(), each.toString());
      }
    }
  }
}
