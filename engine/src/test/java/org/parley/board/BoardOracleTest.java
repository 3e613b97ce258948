package org.parley.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.board.NaiveBoard.Dispute;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Row;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// Against a second board that reads the rules without a thought of cost, over generated cases with
/// imprecise dates, coalitions, corrections and relayed, unnamed sources.
@NullMarked
class BoardOracleTest {

  @Test
  void readsTheRulesAsTheyAreWritten() {
    compare(0, Effort.of(60, 160));
  }

  @Test
  @Tag("long")
  void readsTheRulesAsTheyAreWrittenInThousandsOfCases() {
    compare(160, 4_000);
  }

  private static void compare(long fromSeed, long toSeed) {
    int stances = 0;
    int acts = 0;
    Map<Contradiction.Kind, Integer> kinds = new HashMap<>();
    for (long seed = fromSeed; seed < toSeed; seed++) {
      Boardable one = Boardable.of(seed);
      Board board = one.board();
      NaiveBoard naive = new NaiveBoard(one.view(), one.asOf());
      assertEquals(
          naive.counted(),
          board.ledger().standing().stream().map(Claim::id).toList(),
          one::toString);
      assertEquals(naive.subjects(), board.rows().stream().map(Row::subject).toList());
      Map<Dispute, Set<Subject>> disputes = new HashMap<>();
      for (Contradiction each : board.contradictions()) {
        disputes.put(
            new Dispute(each.kind(), each.party(), Set.of(each.first(), each.second())),
            Set.copyOf(each.subjects()));
        kinds.merge(each.kind(), 1, Integer::sum);
      }
      assertEquals(naive.disputes(), disputes, one::toString);
      List<ClaimId> byDate =
          board.ledger().entries().stream().map(entry -> entry.claim().id()).toList();
      List<Integer> later =
          board.contradictions().stream()
              .filter(each -> each.second() instanceof ClaimId)
              .map(each -> byDate.indexOf((ClaimId) each.second()))
              .toList();
      assertEquals(later.stream().sorted(Comparator.reverseOrder()).toList(), later, one::toString);
      for (Row row : board.rows()) {
        for (Cell cell : row.cells()) {
          String name = one + ", " + row.subject() + ", " + cell.party();
          assertEquals(
              naive.standing(row.subject(), cell.party()),
              new NaiveBoard.Standing(cell.stance(), cell.basis(), records(cell)),
              name);
          assertEquals(naive.receipt(row.subject(), cell.party()), cell.receipt(), name);
          if (row.subject() instanceof PointId point) {
            Set<OptionId> preferred = new HashSet<>();
            cell.preferences().forEach(each -> preferred.add(each.option()));
            assertEquals(naive.preferences(point, cell.party()), preferred, name);
            Set<OptionId> refused = new HashSet<>();
            cell.refusals().forEach(each -> refused.add(each.option()));
            assertEquals(naive.refusals(point, cell.party()), refused, name);
          }
          stances += cell.stance() == Stance.SILENT ? 0 : 1;
          acts += cell.acts().isEmpty() ? 0 : 1;
        }
      }
      for (Agreement agreement : board.completeness()) {
        for (Agreement.PointStanding point : agreement.points()) {
          NaiveBoard.Standing standing = naive.among(point.point(), agreement.parties());
          String name = one + ", " + point.point() + " among " + agreement.parties();
          assertEquals(standing.stance(), point.stance(), name);
          assertEquals(standing.basis(), point.basis(), name);
        }
      }
    }
    assertTrue(acts > 2 * (toSeed - fromSeed), "stances by acts: " + acts);
    assertTrue(stances > 10 * (toSeed - fromSeed), "stances: " + stances);
    for (Contradiction.Kind kind : Contradiction.Kind.values()) {
      assertTrue(kinds.getOrDefault(kind, 0) > 10, kinds::toString);
    }
  }

  private static Set<Id> records(Cell cell) {
    Set<Id> records = new HashSet<>(cell.claims());
    records.addAll(cell.acts());
    return records;
  }
}
