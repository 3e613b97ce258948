package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.model.CaseInfo;
import org.parley.model.Cases;
import org.parley.model.cases.Case;

class JournalCaseTest {

  private static Contents with(Contents before, List<Change> changes) {
    Contents.Playing playing = new Contents.Playing(before);
    changes.forEach(playing::play);
    return playing.contents();
  }

  private static Set<Contents.Key> keys(List<Change> changes) {
    Set<Contents.Key> keys = new HashSet<>();
    changes.forEach(each -> keys.add(new Contents.Key(each.kind(), each.id())));
    return keys;
  }

  /// All records arrive at once, in any order: what an id means may follow from a later one.
  @Test
  void recordsThatArriveTogetherReferToOneAnother() {
    for (int seed = 0; seed < 4; seed++) {
      Case whole = Cases.of(seed);
      Contents all = Contents.of(whole);
      Case empty = Case.settling(new CaseInfo("empty", null, List.of()), List.of());
      List<Change> changes = Contents.of(empty).changesTo(all);
      assertTrue(changes.size() > 5, "seed " + seed);
      JournalCase next =
          JournalCase.of(empty).next(with(Contents.of(empty), changes), keys(changes));
      assertEquals(List.of(), next.violations(), "seed " + seed);
      assertEquals(whole, next.contents(), "seed " + seed);
      assertEquals(JournalCase.of(whole).declared(), next.declared(), "seed " + seed);
      assertFalse(next.declared().isEmpty());
    }
  }

  /// Of many that arrive at once all texts are read together. The answer is that of reading anew,
  /// whether or not they fit.
  @Test
  void manyThatArriveTogetherAreReadAsACaseAnew() {
    StringBuilder parties = new StringBuilder("parties:\n");
    for (int i = 0; i < 1_200; i++) {
      parties.append("  - {id: p").append(i).append(", name: Party ").append(i);
      parties.append(", kind: state}\n");
    }
    String header = "case: {title: Many}\n";
    Case few = read(header + "parties: [{id: A, name: Arda, kind: state}]\n");
    Case many = read(header + parties + "  - {id: A, name: Arda, kind: state}\n");
    List<Change> changes = Contents.of(few).changesTo(Contents.of(many));
    Contents after = with(Contents.of(few), changes);
    JournalCase next = JournalCase.of(few).next(after, keys(changes));
    assertEquals(many, next.contents());
    assertEquals(JournalCase.of(many).declared(), next.declared());
    List<Change> broken = new ArrayList<>(changes);
    broken.add(new Change("parties", "zz", null, "id: zz\nwhat: is this\n"));
    Contents wrong = with(Contents.of(few), broken);
    assertEquals(
        JournalCase.of(wrong).violations(),
        JournalCase.of(few).next(wrong, keys(broken)).violations());
  }

  private static Case read(String text) {
    return assertInstanceOf(LoadResult.Loaded.class, CaseReader.settle(Map.of("case.yaml", text)))
        .contents();
  }

  /// One text that cannot be read is the only one that is named: the others are read as ever.
  @Test
  void aTextThatCannotBeReadIsTheOnlyOneNamed() {
    for (int seed = 0; seed < 4; seed++) {
      Contents all = Contents.of(Cases.of(seed));
      Change broken = new Change("parties", "zz", null, "id: zz\nwhat: is this\n");
      Contents texts = with(all, List.of(broken));
      for (JournalCase read :
          List.of(
              JournalCase.of(texts),
              JournalCase.of(Cases.of(seed)).next(texts, keys(List.of(broken))))) {
        assertNull(read.contents(), "seed " + seed);
        assertEquals(
            Set.of("zz"),
            new HashSet<>(read.violations().stream().map(Violation::record).toList()),
            "seed " + seed);
      }
    }
  }

  @Test
  void aJournalWithoutAHeaderSaysSo() {
    Contents all = Contents.of(Cases.of(1));
    String header = String.valueOf(all.find(Contents.HEADER, Contents.HEADER));
    Change gone = new Change(Contents.HEADER, Contents.HEADER, header, null);
    JournalCase read = JournalCase.of(with(all, List.of(gone)));
    assertNull(read.contents());
    assertTrue(
        read.violations().stream().anyMatch(each -> Contents.HEADER.equals(each.record())),
        read.violations().toString());
  }
}
