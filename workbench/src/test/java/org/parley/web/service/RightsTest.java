package org.parley.web.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseReader;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.LoadResult;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.store.AppendResult;
import org.parley.store.Journal;
import org.parley.store.JournalUnavailableException;

/// Who may write what, line by line.
class RightsTest {

  private static final Case CASE =
      read(
          """
      case: {title: The river}
      parties:
        - {id: A, name: Arda, kind: state}
        - {id: B, name: Brenn, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
      points:
        - {id: p1, instrument: treaty, number: "1", title: Water}
        - {id: p2, instrument: treaty, number: "2", title: Gold, visibility: mediator}
      positions:
        - {id: a-own, party: A, point: p1, concludes: Half, illustrative: true, visibility: {party: A}}
        - {id: a-open, party: A, point: p1, concludes: Half, illustrative: true}
        - {id: b-own, party: B, point: p1, concludes: All, illustrative: true, visibility: {party: B}}
      """);

  private static Case read(String text) {
    return ((LoadResult.Loaded) CaseReader.read(Map.of("a.yaml", text))).contents();
  }

  @TempDir Path folder;

  private static Visitor visitor(String name) {
    return switch (name) {
      case "mediator" -> Visitor.mediator("Ann");
      case "monitor" -> new Visitor("Mo", Role.MONITOR, null);
      case "observer" -> new Visitor("Ob", Role.OBSERVER, new PartyId("A"));
      default -> Visitor.delegation(name, new PartyId(name));
    };
  }

  private String judged(Visitor visitor, List<CaseEdit> edits, Map<String, Version> base) {
    try (Journal journal = Journal.inFile(folder.resolve("journal"))) {
      journal.record(CASE, "Ann", "Begun.", Instant.EPOCH);
      return switch (journal.append(
          new ChangeJudge(visitor, edits, base, new Visibility.Mediator()),
          "",
          "",
          Instant.EPOCH)) {
        case AppendResult.Done<SaveOutcome> _ -> "yes";
        case AppendResult.Refused<SaveOutcome>(SaveOutcome.Refused(var troubles), _) ->
            troubles.getFirst().complaint().message();
        case AppendResult.Refused<SaveOutcome>(SaveOutcome other, _) -> other.toString();
        case AppendResult.Conflict<SaveOutcome> _, AppendResult.Unsound<SaveOutcome> _ ->
            throw new AssertionError();
      };
    } catch (JournalUnavailableException e) {
      throw new AssertionError(e);
    }
  }

  private static CaseRecord position(String id, String party, String point, String mark) {
    String text =
        "{id: %s, party: %s, point: %s, concludes: Some, illustrative: true, visibility: %s}"
            .formatted(id, party, point, mark);
    return Objects.requireNonNull(
        new RecordReader(CASE.records()).read("positions", text).record());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mediator | m1    | A | p1 | mediator    | yes
          mediator | a-m   | B | p1 | mediator    | ids that begin so are for what A may see
          A        | a-new | B | p1 | {party: A}  | yes
          A        | a-new | B | p1 | delegations | others would read what you conclude for another party
          A        | a-new | A | p1 | delegations | yes
          A        | new   | A | p1 | delegations | the ids of what you add begin with a-
          A        | b-new | A | p1 | delegations | the ids of what you add begin with a-
          A        | a-new | A | p1 | mediator    | you could not see this record yourself
          A        | a-new | A | p1 | {party: B}  | you could not see this record yourself
          A        | a-own | A | p1 | delegations | adding a record whose id is taken
          A        | a-new | A | p2 | delegations | there is no point
          A        | a-new | A | p9 | delegations | there is no point
          monitor  | monitor-1 | A | p1 | public  | a monitor does not add this kind of record
          observer | a-new | A | p1 | {party: A}  | a observer does not add this kind of record
          """)
  void whoAddsWhat(String who, String id, String party, String point, String mark, String verdict) {
    CaseRecord record = position(id, party, point, mark);
    assertEquals(
        verdict.replace("a observer", "an observer"),
        judged(visitor(who), List.of(new CaseEdit.Add(record, null)), Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mediator | b-own  | B | yes
          A        | a-own  | A | yes
          A        | a-open | A | yes
          B        | a-open | A | only what you wrote, or what is for your party alone, is yours to change
          observer | a-own  | A | only what you wrote, or what is for your party alone, is yours to change
          """)
  void whoChangesWhat(String who, String id, String party, String verdict) {
    CaseRecord before = CASE.viewFor(visitor("mediator").viewer()).find(id).orElseThrow();
    CaseRecord record =
        position(id, party, "p1", id.equals("a-open") ? "public" : "{party: %s}".formatted(party));
    assertEquals(
        verdict,
        judged(visitor(who), List.of(new CaseEdit.Change(record)), Map.of(id, Version.of(before))));
  }

  /// A record one may not see is answered like one that never was, to the letter.
  @Test
  void whatIsHiddenIsAnsweredLikeWhatIsNotThere() {
    Visitor arda = visitor("A");
    Map<String, Version> base = Map.of("b-own", new Version("0"), "b-gone", new Version("0"));
    String hidden =
        judged(
            arda, List.of(new CaseEdit.Change(position("b-own", "B", "p1", "{party: B}"))), base);
    String absent =
        judged(
            arda, List.of(new CaseEdit.Change(position("b-gone", "B", "p1", "{party: B}"))), base);
    assertEquals(absent, hidden.replace("b-own", "b-gone"));
    assertTrue(hidden.startsWith("Conflict"), hidden);
    assertTrue(hidden.contains("current=null"), hidden);
  }

  /// Which kinds of records each role adds, as the guide for teams says.
  @Test
  void everyRoleAddsItsKinds() {
    Set<String> delegation =
        Set.of(
            "sources",
            "claims",
            "forecasts",
            "meetings",
            "positions",
            "baselines",
            "linkages",
            "demands",
            "tabledPackages",
            "pairwiseComparisons",
            "comments",
            "tasks");
    Set<String> monitor = Set.of("sources", "incidents", "logEntries");
    for (String kind : CaseWriter.keys()) {
      assertTrue(Rights.of(visitor("mediator")).add(kind), kind);
      assertEquals(delegation.contains(kind), Rights.of(visitor("A")).add(kind), kind);
      assertEquals(monitor.contains(kind), Rights.of(visitor("monitor")).add(kind), kind);
      assertFalse(Rights.of(visitor("observer")).add(kind), kind);
      assertFalse(Rights.of(Visitor.anyone()).add(kind), kind);
    }
  }

  /// Who writes, changes, removes and takes back which record: as many letters as rights, a dash
  /// for what is refused.
  @ParameterizedTest
  @CsvSource({
    "mediator, a-own,  wcru",
    "mediator, b-own,  wcru",
    "mediator, p1,     wcru",
    "mediator, c,      wc-u",
    "A,        a-own,  wcru",
    "A,        a-open, wcru",
    "A,        for-a,  wc--",
    "A,        wire,   w---",
    "A,        c,      w---",
    "A,        a-c,    wcru",
    "A,        p1,     ----",
    "B,        a-open, w---",
    "B,        wire,   w---",
    "monitor,  wire,   w---",
    "monitor,  monitor-1, w---",
    "monitor,  c,      ----",
    "observer, a-own,  ----",
    "anyone,   wire,   ----"
  })
  void whoMayDoWhat(String who, String id, String rights) {
    Case world =
        read(
            """
            case: {title: The river}
            parties:
              - {id: A, name: Arda, kind: state}
              - {id: B, name: Brenn, kind: state}
            instruments:
              - {id: treaty, title: Treaty, kind: treaty, signatories: [A, B]}
            points:
              - {id: p1, instrument: treaty, number: "1", title: Water}
            sources:
              - {id: wire, publisher: Wire, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}
              - {id: monitor-1, publisher: Wire, title: News, date: 2025-01-01, language: en, reliability: B, kind: report}
            claims:
              - {id: c, speaker: Mo, party: A, said: 2025-01-01, channel: public, source: [wire], paraphrase: Words, about: [whole], asserts: open}
              - {id: a-c, speaker: Mo, party: A, said: 2025-01-01, channel: public, source: [wire], paraphrase: Words, about: [whole], asserts: open}
            positions:
              - {id: a-own, party: A, point: p1, concludes: Half, illustrative: true, visibility: {party: A}}
              - {id: a-open, party: B, point: p1, concludes: Half, illustrative: true}
              - {id: for-a, party: B, point: p1, concludes: Half, illustrative: true, visibility: {party: A}}
              - {id: b-own, party: B, point: p1, concludes: All, illustrative: true, visibility: {party: B}}
            """);
    Visitor visitor = who.equals("anyone") ? Visitor.anyone() : visitor(who);
    CaseRecord record = world.viewFor(visitor("mediator").viewer()).find(id).orElseThrow();
    CaseView view = world.viewFor(visitor.viewer());
    String kind = CaseWriter.keyOf(record);
    assertEquals(
        rights,
        (Rights.mayWrite(visitor, record) ? "w" : "-")
            + (Rights.of(visitor).change(view, record) ? "c" : "-")
            + (Rights.of(visitor).remove(view, record) ? "r" : "-")
            + (Rights.mayUndo(visitor, view, kind, id) ? "u" : "-"));
    assertEquals(Rights.mayRemove(visitor, view, record), rights.contains("r"));
  }

  /// Of several beginnings that fit, the longest says whose a record is.
  @ParameterizedTest
  @CsvSource({
    "A-1,         ''",
    "a-1,         A",
    "a-x-1,       A-X",
    "a-,          A",
    "a,           ''",
    "b-1,         ''",
    "mon-1,       MON",
    "monitor-1,   ''",
    "monitor-x-1, MONITOR-X"
  })
  void thePrefixSaysWhose(String id, String party) {
    CaseView view =
        read("""
                case: {title: The river}
                parties:
                  - {id: A-X, name: Arda beyond the hills, kind: state}
                  - {id: A, name: Arda, kind: state}
                  - {id: MON, name: Mon, kind: state}
                  - {id: MONITOR-X, name: Monitors, kind: state}
                instruments:
                  - {id: treaty, title: Treaty, kind: treaty, signatories: [A, A-X]}
                """)
            .viewFor(visitor("mediator").viewer());
    assertEquals(party, Rights.author(view, id).map(PartyId::value).orElse(""));
    assertEquals(!party.isEmpty() || id.equals("monitor-1"), Rights.isReserved(view, id));
  }

  @Test
  void whatIsAddedBeginsAndIsSeenByDefaultAsTheRoleSays() {
    assertEquals("a-", Rights.beginningOfIds(visitor("A")));
    assertEquals("monitor-", Rights.beginningOfIds(visitor("monitor")));
    assertEquals("", Rights.beginningOfIds(visitor("observer")));
    assertEquals("", Rights.beginningOfIds(visitor("mediator")));
    assertEquals(new Visibility.Party(new PartyId("A")), Rights.defaultVisibility(visitor("A")));
    assertEquals(new Visibility.Public(), Rights.defaultVisibility(visitor("observer")));
    assertEquals(new Visibility.Public(), Rights.defaultVisibility(visitor("mediator")));
  }

  /// The advice is an id that can be taken.
  @Test
  void theAdvisedIdIsNoLongerThanAnIdCanBe() {
    for (int length : new int[] {61, 62, 63, 64}) {
      String id = "x".repeat(length);
      List<SaveOutcome.Trouble> troubles =
          Rights.troubles(
              visitor("A"),
              CASE.viewFor(visitor("A").viewer()),
              List.of(new CaseEdit.Add(position(id, "A", "p1", "delegations"), null)));
      String advised = "a-" + id;
      assertEquals(
          "Maybe " + advised.substring(0, Math.min(64, advised.length())),
          troubles.getFirst().complaint().advice());
    }
  }

  @Test
  void onlyADelegationHasTheEyesItWritesWith() {
    for (Role role : Role.values()) {
      for (PartyId party : Arrays.asList(null, new PartyId("A"))) {
        boolean fits =
            switch (role) {
              case DELEGATION -> party != null;
              case MEDIATOR, PUBLIC -> party == null;
              case MONITOR, OBSERVER -> true;
            };
        if (!fits) {
          assertThrows(IllegalArgumentException.class, () -> new Visitor("Al", role, party));
          continue;
        }
        Visitor visitor = new Visitor("Al", role, party);
        assertEquals(
            role == Role.MEDIATOR
                ? new Viewer.Mediator()
                : party == null ? new Viewer.Public() : new Viewer.Delegation(party),
            visitor.viewer());
        assertEquals(role == Role.MEDIATOR || role == Role.DELEGATION, visitor.mayClaim());
        assertEquals(visitor.mayClaim() || role == Role.MONITOR, visitor.maySave());
        assertEquals(Optional.of(role), Role.find(role.word()));
      }
    }
    assertEquals(Optional.empty(), Role.find("king"));
  }
}
