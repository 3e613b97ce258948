package org.parley.reading.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;

/// Who is named in a text, with which office, and where again.
@NullMarked
class NamedPeopleTest {

  private static NamedPeople of(String text) {
    ParsedText parsed = Parser.parse(text, "en");
    return new NamedPeople(parsed, Countries.of("en"));
  }

  /// A text, and its people with `;` between.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg met Karl Oye.                                   | Ann Berg; Karl Oye
          Ursula von der Leyen spoke first.                        | Ursula von der Leyen
          Abdel Fattah el-Sisi met Abiy Ahmed in Cairo.            | Abdel Fattah el-Sisi; Abiy Ahmed
          Mohammed bin Salman and Benny de la Cruz signed.         | Mohammed bin Salman; Benny de la Cruz
          Charles de Gaulle spoke.                                 | Charles de Gaulle
          Kim Jong Un met Moon Jae-in.                             | Kim Jong Un; Moon Jae-in
          Dr Ann Berg and Sir Karl Oye met Gen. Tom Hale.          | Ann Berg; Karl Oye; Tom Hale
          Supreme Court Judge Ann Berg ruled.                      | Ann Berg
          UN Secretary-General António Guterres said so.           | António Guterres
          In Port Louis Ann Berg, the envoy, said it was late.     | Ann Berg
          At Camp David Ann Berg met Karl Oye.                     | Ann Berg; Karl Oye
          In May Karl Oye left.                                    | Karl Oye
          On Monday Ann Berg said so.                              | Ann Berg
          Theresa May left in May.                                 | Theresa May
          President Berg met Minister Oye.                         | Berg; Oye
          Commander Elias said the truce held.                     | Elias
          Minister of Foreign Affairs Ann Berg left.               | Ann Berg
          The Minister of Trade and Industry Ann Berg left.        | Ann Berg
          Head of the presidential administration Ann Berg left.   | Ann Berg
          Members of the lower house Ann Berg knew left.           | Ann Berg
          Remarks by the President Before Island Flyer One.        | ''
          Ann Berg said so. Berg Hansen left.                      | Ann Berg; Berg Hansen
          """)
  void names(String text, String people) {
    assertEquals(people, String.join("; ", of(text).persons.stream().map(Person::name).toList()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "North Macedonia and New Zealand agreed.",
        "The Human Rights Watch said so. Its Harbour Watch agreed.",
        "The Blue Accord was signed. Blue Accord members left.",
        "St. Lucia and Port Louis agreed.",
        "In Camp David the parties met.",
        "NATO and the UN agreed.",
        "On Monday the Security Council agreed.",
        "The minister said it was late.",
        ""
      })
  void nobodyIsNamed(String text) {
    assertEquals(List.of(), of(text).persons.stream().map(Person::name).toList());
  }

  /// A text, and the office of the first one named.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Foreign Minister Karl Oye arrived.                             | Foreign Minister
          The envoy, Ann Berg, left.                                     | envoy
          Ann Berg, the commission president, left.                      | commission president
          Norway's negotiator, Ann Berg, said it was agreed.             | Norway's negotiator
          The prime minister of Norway, Ann Berg, said so.               | prime minister of Norway
          The minister for the islands in the north, Ann Berg, said so.  | minister for the islands in the north
          Union leader Tom Hale, in Oslo, said so.                       | Union leader
          Ann Berg, who leads the union, stayed.                         | who leads the union
          Ann Berg, 54, said it was over.                                | -
          Ann Berg said it was over.                                     | -
          Ann Berg, leaving, met the minister, Karl Oye.                 | -
          """)
  void offices(String text, @org.jspecify.annotations.Nullable String office) {
    assertEquals(office, of(text).persons.getFirst().office());
  }

  /// A text, and how often each of its people is named.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg spoke. Berg left. Mrs Berg returned.             | Ann Berg; Berg; Berg
          Ursula von der Leyen spoke. Von der Leyen left.           | Ursula von der Leyen; Von der Leyen
          Zoë Ängström said so. Angstrom left.                      | Zoë Ängström; Angstrom
          Al-Bashir's aide met Omar al-Bashir. Bashir left.         | Al-Bashir; Omar al-Bashir; Bashir
          Xi Jinping met Ann Berg. Xi said it was over.             | Xi Jinping; Ann Berg; Xi
          Theresa May spoke on 3 May. May left.                     | Theresa May; May
          Ann Berg spoke. Bergen is far.                            | Ann Berg
          """)
  void mentions(String text, String places) {
    assertEquals(
        places,
        String.join("; ", of(text).mentions.stream().map(each -> each.span().in(text)).toList()));
  }

  @Test
  void allMentionsOfOneNameAreOnePerson() {
    NamedPeople people = of("Ann Berg spoke. Karl Oye left. Berg returned.");
    assertEquals(2, people.persons.size());
    assertTrue(people.mentions.getFirst().person() == people.mentions.getLast().person());
  }

  @ParameterizedTest
  @CsvSource({"Ängström, angstrom", "al-Bashir, bashir", "El-Sisi, sisi", "BERG, berg", "Ale, ale"})
  void namesAreComparedPlainly(String name, String plain) {
    assertEquals(plain, NamedPeople.plain(name));
  }

  @Test
  void anOfficeIsKeptUnlessAFullerOneIsTold() {
    assertEquals(
        "foreign minister of Norway",
        of("Minister Ann Berg spoke. Ann Berg, the foreign minister of Norway, left.")
            .persons
            .getFirst()
            .office());
    assertEquals(
        "foreign minister of Norway",
        of("The foreign minister of Norway, Ann Berg, spoke. Ann Berg, the envoy, left.")
            .persons
            .getFirst()
            .office());
  }
}
