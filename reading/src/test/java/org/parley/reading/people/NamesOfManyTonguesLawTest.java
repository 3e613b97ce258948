package org.parley.reading.people;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.Proposal;
import org.parley.reading.ReadClaims;
import org.parley.reading.rules.RuleReader;

/// A name is one person whatever its particles, prefixes and initials: every frame attributes its
/// claim to the full name.
@NullMarked
class NamesOfManyTonguesLawTest {

  private static final List<String> FIRST = List.of("Jonas", "Marta");

  private static final List<String> LAST =
      List.of(
          "Skalven",
          "von Skalven",
          "van der Skalven",
          "í Skalven",
          "við Skalven",
          "ag Skalven",
          "dan Skalven",
          "ould Skalven",
          "ibn Skalven",
          "zu Skalven",
          "della Skalven",
          "al-Skalven",
          "ash-Skalven",
          "d'Skalven",
          "Costa e Skalven",
          "ben Skalven",
          "ten Skalven");

  /// `%N` is the name, `%I` its initial with the last name.
  private static final List<String> FRAMES =
      List.of(
          "%N said the border treaty was unacceptable.",
          "The border treaty is unacceptable, said %N.",
          "Karl Oye spoke first. The premier, %N, said the border treaty was unacceptable.",
          "Karl Oye spoke first. Its secretary, %N, said the border treaty was unacceptable.",
          "%N, the mediator, spoke first. The mediator said the border treaty was unacceptable.",
          "%N spoke first. \"The border treaty is unacceptable,\" %I said.");

  private final RuleReader reader = new RuleReader();

  private List<Proposal.OfClaim> claims(String text) {
    return ReadClaims.of(reader, text);
  }

  @Test
  void aNameWithParticlesIsOnePerson() {
    List<String> wrong = new ArrayList<>();
    int n = 0;
    for (String last : LAST) {
      for (String frame : FRAMES) {
        String first = FIRST.get(n++ % FIRST.size());
        String name = first + " " + last;
        check(frame.replace("%N", name).replace("%I", first.charAt(0) + ". " + last), name, wrong);
      }
    }
    assertTrue(wrong.size() <= n / 30, wrong.size() + " of " + n + "\n" + String.join("\n", wrong));
  }

  private void check(String text, String name, List<String> wrong) {
    List<Proposal.OfClaim> found = claims(text);
    boolean isRight =
        !found.isEmpty() && found.stream().allMatch(c -> c.speaker().name().equals(name));
    if (!isRight) {
      wrong.add(text + " " + found.stream().map(c -> c.speaker().name()).toList());
    }
  }

  /// A letter that counts something ends its sentence.
  @Test
  void aPlanBIsNoInitial() {
    for (String word : List.of("Plan", "Annex", "Phase", "Zone", "Option")) {
      String text = "The talks were about " + word + " B. Ann Berg said the map was open.";
      List<String> speakers = claims(text).stream().map(each -> each.speaker().name()).toList();
      assertTrue(speakers.equals(List.of("Ann Berg")), text + " " + speakers);
    }
  }
}
