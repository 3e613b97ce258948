package org.parley.reading.rules.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.Article;
import org.parley.reading.Proposal;
import org.parley.reading.rules.RuleReader;

/// Whoever spoke before, a frame names who says the matter: the claim of the last sentence is by
/// that speaker alone. One text in thirty may fail, as the speaker model still takes a body that is
/// no subject for the person before.
@NullMarked
class AttributionFramesLawTest {

  private static final List<String> BEFORE =
      List.of("", "Marek Dovany said the map was still open. ", "Marek Dovany spoke first.\n");

  private static final List<String> PERSONS =
      List.of("Ilse Vantor", "Tomas Rell", "Foreign Minister Hana Ostrik");

  private static final List<String> MATTERS =
      List.of("the border treaty", "the annex on fishing", "the prisoner exchange");

  /// `%A` is a person, `%x` and `%X` the matter; behind the bar the speaker, `%A` or a body.
  private static final String FRAMES =
      """
      %X is unacceptable, or so %A says.|%A
      %X is unacceptable, if %A is to be believed.|%A
      %X is unacceptable, to hear %A tell it.|%A
      As far as %A is concerned, %x is unacceptable.|%A
      On %A's account, %x is unacceptable.|%A
      %X is unacceptable in %A's view.|%A
      It is %A's view that %x is unacceptable.|%A
      %A is adamant that %x is still open.|%A
      "%X is unacceptable," the Courier quoted %A as saying.|%A
      The Courier has %A saying that %x was unacceptable.|%A
      %X is unacceptable, a deputy minister, %A, told reporters.|%A
      %A's answer was short: %x is unacceptable.|%A
      The committee's statement put it plainly: %x is unacceptable.|committee
      %X is unacceptable, as the committee's statement put it.|committee
      The committee's statement reads: "%X is unacceptable."|committee
      According to statements issued by the two unions, %x is unacceptable.|unions
      For Oslo, %x is unacceptable.|Oslo
      The company said %x was unacceptable.|company
      The union told %A that %x was unacceptable.|union
      The union will not accept %x.|union
      """;

  private final RuleReader reader = new RuleReader();

  private List<Proposal.OfClaim> claims(String text, int from) {
    return reader.propose(Article.of(text + "\n", LocalDate.of(2031, 5, 14))).stream()
        .filter(Proposal.OfClaim.class::isInstance)
        .map(Proposal.OfClaim.class::cast)
        .filter(each -> each.quotation().at().start() >= from)
        .toList();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  @Test
  void aFrameNamesWhoSaysIt() {
    List<String> wrong = new ArrayList<>();
    int n = 0;
    for (String line : FRAMES.lines().toList()) {
      String[] parts = line.split("\\|");
      for (String before : BEFORE) {
        String person = PERSONS.get(n % PERSONS.size());
        String matter = MATTERS.get(n++ / PERSONS.size() % MATTERS.size());
        String told =
            parts[0].replace("%A", person).replace("%x", matter).replace("%X", capital(matter));
        String name = parts[1].equals("%A") ? person.substring(person.lastIndexOf(' ')) : parts[1];
        List<Proposal.OfClaim> found = claims(before + told, before.length());
        boolean isRight =
            !found.isEmpty()
                && found.stream().allMatch(each -> each.speaker().name().contains(name));
        if (!isRight) {
          wrong.add(before + told + " " + found);
        }
      }
    }
    assertTrue(wrong.size() <= n / 30, wrong.size() + " of " + n + "\n" + String.join("\n", wrong));
  }

  /// "Something Oslo has ruled out": a position told beside what another said is its own.
  @Test
  void anAsideIsThePositionOfItsSubject() {
    List<String> wrong = new ArrayList<>();
    for (String matter : MATTERS) {
      for (String aside : List.of("something Oslo refuses", "a demand Oslo rejects")) {
        String text = "Marek Dovany said the plan includes " + matter + ", " + aside + ".";
        boolean isRight =
            claims(text, text.indexOf("Oslo")).stream()
                .anyMatch(each -> each.speaker().name().equals("Oslo"));
        if (!isRight) {
          wrong.add(text);
        }
      }
    }
    // the parser attaches one of the six elsewhere
    assertTrue(wrong.size() <= 1, String.join("\n", wrong));
  }
}
