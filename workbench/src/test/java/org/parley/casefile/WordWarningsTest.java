package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.answer.guarantees.AskedCoverage;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.yaml.SourceText;
import org.parley.guarantees.CaseGuarantees;
import org.parley.guarantees.coverage.Coverage;
import org.parley.model.Viewer;

/// Words that only count where two records use the same one, one slip a line: what stands there,
/// what is written instead, and where the warning points.
class WordWarningsTest {

  private static final String CASE =
      """
      case: {title: The wall}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Beland, kind: state}
        - {id: CC, name: Celand, kind: state}
      instruments: {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points: {id: p1, number: 1, title: Help, instrument: treaty}
      sources: {id: s, publisher: Post, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}
      guarantees:
        - id: g
          title: Help
          points: p1
          obligors: AA
          liability: each
          beneficiary: BB
          force: act
          trigger: {happens: {kinds: [attack, blockade], traits: armed, places: old-harbour}}
          determination: {council: {body: AA, question: armed-attack, members: [AA, BB], needed: 1}}
          ladder: {name: aid, act: send-troops, clockFrom: occurrence, within: {length: 24 hours, lastInstant: in-time}}
          inForce: {}
          suspendedClock: runs
          openDuties: lapse
          escalation: none
          ties: [fulfilment, voiding, release, suspension, deadline, end]
      contributions:
        - {id: k, contributor: AA, what: Troops, domain: land, unit: troops, conditions: a vote at home}
      incidents: {id: i, title: The night, visibility: public}
      logEntries:
        - {id: e1, says: {report: {incident: i, kind: attack, by: CC, place: old-harbour, traits: armed}}, occurred: 2025-02-01, recorded: 2025-02-01, source: s}
        - {id: e2, says: {vote: {incident: i, body: AA, question: armed-attack, by: AA, inFavour: true}}, occurred: 2025-02-01, recorded: 2025-02-01, source: s}
        - {id: e3, says: {act: {incident: i, by: AA, act: send-troops}}, occurred: 2025-02-01, recorded: 2025-02-01, source: s}
      coverageQuestions:
        - id: q
          title: Is the wall safe?
          from: 2025-01-01
          until: 2026-01-01
          leastForce: act
          holds: a vote at home
          threats:
            - {title: An attack, kind: attack, by: CC, place: old-harbour, traits: armed}
            - {title: A blockade, kind: blockade, by: CC, place: old-harbour, traits: armed}
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
                    ? each.sentence()
                    : "not where it stands: " + each)
        .toList();
  }

  @Test
  void wordsThatMatchAreNotWarnedOf() {
    assertEquals(List.of(), warnings(CASE));
  }

  @Test
  void aSlipIsNamedWithItsPlaceAndTheNearestWord() {
    String[][] table = {
      {
        "kinds: [attack, ",
        "kinds: [atack, ",
        "no incident and no threat on record is of this kind: \"atack\". Maybe you meant \"attack\"."
      },
      {
        "kinds: [attack, blockade]",
        "kinds: [attack, blocade]",
        "\"blocade\". Maybe you meant \"blockade\"."
      },
      {
        "kinds: [attack, blockade]",
        "kinds: [attack, blockade, siege]",
        "is of this kind: \"siege\". Maybe it is spelt in two ways; if not, leave it."
      },
      {
        "An attack, kind: attack",
        "An attack, kind: attck",
        "no guarantee names this kind of incident: \"attck\". Maybe you meant \"attack\"."
      },
      {
        "incident: i, kind: attack",
        "incident: i, kind: attacks",
        "no guarantee names this kind of incident: \"attacks\". Maybe you meant \"attack\"."
      },
      {
        "traits: armed, places",
        "traits: amred, places",
        "has this trait: \"amred\". Maybe you meant \"armed\"."
      },
      {
        "places: old-harbour}",
        "places: old-harbor}",
        "is at this place: \"old-harbor\". Maybe you meant \"old-harbour\"."
      },
      {
        "act: send-troops,",
        "act: send-troop,",
        "nothing done on record is called so: \"send-troop\". Maybe you meant \"send-troops\"."
      },
      {
        "by: AA, act: send-troops",
        "by: AA, act: send-tanks",
        "no guarantee owes this act: \"send-tanks\". Maybe it is spelt in two ways; if not, leave it."
      },
      {
        "question: armed-attack, by",
        "question: attack, by",
        "no council asks this: \"attack\". Maybe it is spelt in two ways; if not, leave it."
      },
      {
        "holds: a vote at home",
        "holds: a vote at hom",
        "no contribution has this condition: \"a vote at hom\". Maybe you meant \"a vote at home\"."
      },
      {
        "conditions: a vote at home",
        "conditions: votes at home",
        "no contribution has this condition: \"a vote at home\". Maybe you meant \"votes at home\"."
      },
    };
    List<String> missed = new ArrayList<>();
    for (String[] line : table) {
      assertTrue(CASE.contains(line[0]), line[0]);
      List<String> found = warnings(CASE.replace(line[0], line[1]));
      if (found.stream().noneMatch(each -> each.endsWith(line[2]))) {
        missed.add(line[1] + ": " + found);
      }
    }
    assertEquals(List.of(), missed);
  }

  /// The slip does turn the answer, which is why it must not pass unsaid.
  @Test
  void aMisspeltKindLeavesAThreatUnansweredAndIsSaid() {
    CaseCheck right = check(CASE);
    CaseCheck wrong = check(CASE.replace("kinds: [attack, ", "kinds: [atack, "));
    assertTrue(holes(wrong) > holes(right), "holes " + holes(wrong) + " and " + holes(right));
    assertEquals(2, wrong.warnings().size(), wrong.warnings().toString());
    assertEquals(0, right.warnings().size());
  }

  private static long holes(CaseCheck check) {
    Loaded loaded = assertInstanceOf(Loaded.class, check.result());
    var view = loaded.contents().viewFor(new Viewer.Mediator());
    CaseGuarantees guarantees = CaseGuarantees.of(view);
    return AskedCoverage.of(view, guarantees, null, null).getFirst().coverage().strips().stream()
        .filter(Coverage.Strip::isHole)
        .count();
  }

  @Test
  void codesOfPlacesAreNotTakenForSlips() {
    String text = CASE.replace("old-harbour", "AA-14").replaceFirst("AA-14", "AA-15");
    assertEquals(List.of(), warnings(text));
  }
}
