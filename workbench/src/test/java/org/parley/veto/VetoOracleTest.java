package org.parley.veto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What a round shows is the conjunction of the answers, and nothing in the transcript is a secret.
@NullMarked
class VetoOracleTest {

  /// Every answer of two and three parties, several packages at once.
  @Test
  void aPackageIsAcceptedIfAllAccept() throws Exception {
    for (int parties = 2; parties <= 3; parties++) {
      int worlds = 1 << parties;
      // one package for each combination of answers
      int[] accepts = new int[parties];
      for (int world = 0; world < worlds; world++) {
        for (int party = 0; party < parties; party++) {
          accepts[party] |= (world >> party & 1) << world;
        }
      }
      VetoTable table = new VetoTable(parties, worlds).opened(accepts);
      Map<String, Boolean> expected = new LinkedHashMap<>();
      for (int world = 0; world < worlds; world++) {
        expected.put("k" + world, world == worlds - 1);
      }
      assertEquals(new VetoState.Complete(new LinkedHashMap<>(expected)), table.board.state());
    }
  }

  /// Sizes and answers at random, read back from the text.
  @Test
  void theResultIsTheConjunctionWhateverTheSize() throws Exception {
    long seed = 11;
    Random random = new Random(seed);
    for (int run = 0; run < 12; run++) {
      int parties = 2 + random.nextInt(6);
      int packages = 1 + random.nextInt(4);
      int[] accepts = random.ints(parties, 0, 1 << packages).toArray();
      int all = -1;
      for (int each : accepts) {
        all &= each;
      }
      VetoTable table = new VetoTable(parties, packages).opened(accepts);
      VetoState state = VetoTranscript.read(table.board.text()).state();
      LinkedHashMap<String, Boolean> expected = new LinkedHashMap<>();
      for (int at = 0; at < packages; at++) {
        expected.put("k" + at, (all >> at & 1) == 1);
      }
      assertEquals(new VetoState.Complete(expected), state, "seed " + seed + ", run " + run);
    }
  }

  /// Who is first within a step changes neither the board nor the result.
  @Test
  void theOrderWithinAStepChangesNothing() throws Exception {
    VetoTable table = new VetoTable(4, 2).opened(3, 1, 3, 3);
    List<VetoMessage> messages = table.board.messages();
    Random random = new Random(3);
    for (int run = 0; run < 4; run++) {
      VetoTranscript other = VetoTranscript.of(table.board.terms());
      for (int step = 0; step < 3; step++) {
        List<VetoMessage> part = new ArrayList<>(messages.subList(4 * step, 4 * step + 4));
        Collections.shuffle(part, random);
        for (VetoMessage each : part) {
          other = other.with(each);
        }
      }
      assertEquals(table.board.state(), other.state());
    }
  }

  /// A lost message can be made again, and is the same.
  @Test
  void aMessageMadeAgainIsTheSame() throws Exception {
    VetoTable table = new VetoTable(2, 2);
    assertEquals(table.join("P0").line(), table.join("P0").line());
    table.joined();
    assertEquals(table.answer("P1", 2).line(), table.answer("P1", 2).line());
    VetoSecrets kept = table.secretsOf("P1");
    assertEquals(kept, VetoSecrets.of(kept.text()));
  }

  @Test
  void theTranscriptHoldsNoSecret() throws Exception {
    VetoTable table = new VetoTable(3, 3).opened(7, 5, 2);
    String text = table.board.text();
    for (String party : table.identities.keySet()) {
      assertFalse(text.contains(table.identity(party).secretKey()), party);
      VetoSecrets secrets = table.secretsOf(party);
      assertEquals(3, secrets.exponents().size());
      secrets
          .exponents()
          .forEach(each -> assertFalse(text.contains(VetoGroup.encode(each)), party));
      assertEquals("VetoSecrets[" + party + "]", secrets.toString());
    }
    assertTrue(text.contains("\"commitment\""), text);
  }

  /// No two messages of a party, and no two rounds, share a key.
  @Test
  void exponentsAreDrawnAnew() throws Exception {
    VetoTable table = new VetoTable(2, 5).joined();
    VetoSecrets first = table.secretsOf("P0");
    assertEquals(5, first.exponents().stream().distinct().count());
    VetoSecrets again =
        table.side("P0").join(new VetoTableOfSameParties(table).board(), "P0", null).secrets();
    again.exponents().forEach(each -> assertFalse(first.exponents().contains(each)));
  }

  /// The same parties and packages in another session.
  private record VetoTableOfSameParties(VetoTable table) {
    VetoTranscript board() throws VetoException {
      VetoTerms terms = table.board.terms();
      return VetoTranscript.of(VetoTerms.of(terms.parties(), terms.packages(), VetoTable.RANDOM));
    }
  }
}
