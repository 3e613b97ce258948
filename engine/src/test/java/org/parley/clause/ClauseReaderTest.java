package org.parley.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sentences of agreements, read clause by clause.
class ClauseReaderTest {

  private static List<NormClause> clauses(String words) {
    return ClauseReader.read(Edits.read("Article 1\n" + words + "\n", "en"), Edits::party);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Arda shall open the road. | DUTY | Arda",
        "Arda is obliged to open the road. | DUTY | Arda",
        "Arda agrees to open the road. | DUTY | Arda",
        "Arda will open the road. | DUTY | Arda",
        "The road is to be opened by Arda. | DUTY | Arda",
        "Arda may not open the road. | PROHIBITION | Arda",
        "Arda undertakes not to open the road. | PROHIBITION | Arda",
        "Arda agrees to refrain from opening the road. | PROHIBITION | Arda",
        "Neither party shall open the road. | PROHIBITION | Neither party",
        "Arda should open the road. | SOFT_DUTY | Arda",
        "Arda shall use its best efforts to open the road. | SOFT_DUTY | Arda",
        "Arda shall open the road as far as possible. | SOFT_DUTY | Arda",
        "Arda should not open the road. | SOFT_PROHIBITION | Arda",
        "Arda is entitled to open the road. | DISCRETION | Arda",
        "Arda shall have the right to open the road. | DISCRETION | Arda",
        "Arda shall open the road at its discretion. | DISCRETION | Arda",
        "In accordance with its laws, Arda shall open the road. | DUTY | Arda",
        "Arda opened the road in May 2026. | STATEMENT | ''",
        "The will of the people is free. | STATEMENT | ''",
        "A road shall mean any way for vehicles. | STATEMENT | ''"
      })
  void forceAndSubjectAreRead(String words, Deontic force, String who) {
    NormClause only = clauses(words).getFirst();
    assertEquals(force, only.force());
    assertEquals(who, only.who());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "within thirty (30) days of signature | DEADLINE 2592000-2592000 signature",
        "no later than 2 months after the entry into force | DEADLINE 4838400-5356800 entry into force",
        "within 5 working days | DEADLINE 432000-777600",
        "by 1 June 2026 | DEADLINE 20605-20605",
        "from 1 June 2026 | START 20605-20605",
        "for a period of 2 weeks | TERM 1209600-1209600",
        "every 48 hours | FREQUENCY 172800-172800",
        "immediately | IMMEDIATE 0-0",
        "as soon as possible | VAGUE 0-0 as soon as possible",
        "on day 5 of the ceasefire | DAY 432000-432000 ceasefire"
      })
  void timesAreRead(String words, String expected) {
    String read =
        clauses("Arda shall open the road " + words + ".").getFirst().clocks().stream()
            .map(
                each ->
                    (each.kind() + " " + each.least() + "-" + each.most() + " " + each.from())
                        .strip())
            .collect(Collectors.joining(", "));
    assertEquals(expected, read);
  }

  @Test
  void aSentenceHasAClauseForEachNorm() {
    assertEquals(
        List.of("Arda DUTY", "Bel DISCRETION", "Bel DUTY"),
        clauses("Arda shall open the road, and Bel may use it but must pay a toll.").stream()
            .map(each -> each.who() + " " + each.force())
            .toList());
  }

  @Test
  void anItemTakesForceAndSubjectFromItsStem() {
    List<NormClause> read = clauses("The parties shall:\n(a) open the road;\n(b) pay 5 euros.");
    assertEquals(
        List.of("The parties DUTY", "The parties DUTY", "The parties DUTY"),
        read.stream().map(each -> each.who() + " " + each.force()).toList());
    assertEquals("5 euros", read.getLast().figures().getFirst().words());
  }

  @Test
  void aSentenceWithABracketIsOpen() {
    assertEquals(Deontic.OPEN, clauses("Arda [shall][should] open the road.").getFirst().force());
  }
}
