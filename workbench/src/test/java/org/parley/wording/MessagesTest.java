package org.parley.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePatternUtil;
import com.ibm.icu.text.MessagePatternUtil.ArgNode;
import com.ibm.icu.text.MessagePatternUtil.MessageContentsNode;
import com.ibm.icu.text.MessagePatternUtil.MessageNode;
import com.ibm.icu.text.MessagePatternUtil.TextNode;
import com.ibm.icu.text.MessagePatternUtil.VariantNode;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.model.PartyId;
import org.parley.model.date.Edtf;
import org.parley.reading.dates.DateInWords;

/// Every message has words in every language, and takes the same values.
@NullMarked
class MessagesTest {

  private static final Messages EN = Messages.of(Language.ENGLISH);
  private static final Messages FR = Messages.of(Language.FRENCH);
  private static final Pattern ONE = Pattern.compile("(?iU)\\b(1|une?)\\b");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheMessagesOfEnglishWithTheSameValues(Language language) {
    Messages messages = Messages.of(language);
    assertEquals(EN.keys(), messages.keys());
    List<String> wrong = new ArrayList<>();
    for (String key : messages.keys()) {
      try {
        Set<String> values = values(messages.pattern(key));
        if (!values.equals(values(EN.pattern(key)))) {
          wrong.add(key + ": " + values + ", " + values(EN.pattern(key)));
        }
      } catch (IllegalArgumentException e) {
        wrong.add(key + ": " + e.getMessage());
      }
      // a straight apostrophe quotes what follows it in a pattern
      if (messages.pattern(key).contains("'")) {
        wrong.add(key + ": write ’ for '");
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static Set<String> values(String message) {
    MessagePattern pattern = new MessagePattern(message);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
        names.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    return names;
  }

  @Test
  void numbersListsAndDatesAreWrittenAsTheLanguageWritesThem() {
    assertEquals(
        "No point of 1,234 is on record as agreed between any two of A, B and C.",
        EN.text("board.nothing-agreed", "total", 1234, "parties", List.of("A", "B", "C")));
    assertEquals(
        "Aucun des 1\u202f234 points n’est consigné comme convenu entre deux des parties"
            + " suivantes : A, B et C.",
        FR.text("board.nothing-agreed", "total", 1234, "parties", List.of("A", "B", "C")));
    assertEquals(
        "With A: 2 of 12,345,678,901,234,567,890.",
        EN.text(
            "board.with",
            "party",
            "A",
            "agreed",
            2L,
            "total",
            new BigInteger("12345678901234567890")));
    assertEquals("1 January 2026", EN.dates().day(LocalDate.of(2026, 1, 1)));
    assertEquals("1er janvier 2026", FR.dates().day(LocalDate.of(2026, 1, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-28, 28 December 2025, 28 décembre 2025",
    "2026-02, February 2026, février 2026",
    "2026-21, spring 2026, printemps 2026",
    "2026~, about 2026, vers 2026",
    "2026-01?, perhaps January 2026, peut-être janvier 2026",
    "2026-01%, perhaps about January 2026, peut-être vers janvier 2026",
    "2026-01/2026-03, January to March 2026, janvier – mars 2026",
    "2025-12/2026-03, December 2025 to March 2026, décembre 2025 – mars 2026",
    "../2026-03, until March 2026, jusqu’en mars 2026",
    "../2026-03-04, until 4 March 2026, jusqu’au 4 mars 2026",
    "2026/.., from 2026, à partir de 2026",
    "2026-03-04/.., from 4 March 2026, à partir du 4 mars 2026",
    "202X, 2020s, années 2020",
    "2025-12-28T10:05Z, '28 December 2025, 10:05 UTC', '28 décembre 2025, 10:05 UTC'",
  })
  void datesOfEveryForm(String date, String english, String french) {
    assertEquals(english, EN.dates().say(Edtf.of(date)));
    assertEquals(english, DateInWords.of(Edtf.of(date)), "as forms and reading say it");
    assertEquals(french, FR.dates().say(Edtf.of(date)));
  }

  @Test
  void whatTheCaseSaysIsNoPattern() {
    assertEquals(
        "With {total} 'a' # : 1 of 2.",
        EN.text("board.with", "party", "{total} 'a' # ", "agreed", 1, "total", 2));
  }

  @Test
  void namesStayLinks() {
    Phrase party = Phrase.link(new PartyId("UA"), "Ukraine");
    Phrase said = EN.say("board.with", "party", party, "agreed", 1, "total", 2);
    assertEquals(
        List.of(
            new Phrase.Run.Plain("With "),
            new Phrase.Run.Link(new PartyId("UA"), "Ukraine"),
            new Phrase.Run.Plain(": 1 of 2.")),
        said.runs());
  }

  /// The files of a language are read as one: a key in two of them would be the words of one page
  /// on another.
  @ParameterizedTest
  @EnumSource
  void noKeyStandsTwice(Language language) throws IOException {
    Path folder = Path.of("src/main/resources/org/parley/wording", language.tag());
    Map<String, List<String>> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        String before = "";
        for (String line : Files.readAllLines(file)) {
          Matcher key = Pattern.compile("([\\w.-]+) ?=.*").matcher(line);
          if (!before.endsWith("\\") && key.matches()) {
            files
                .computeIfAbsent(key.group(1), _ -> new ArrayList<>())
                .add(String.valueOf(file.getFileName()));
          }
          before = line;
        }
      }
    }
    files.values().removeIf(each -> each.size() == 1);
    assertEquals(Map.of(), files);
  }

  @Test
  void aMessageThatIsNotThereIsAnError() {
    assertThrows(NoSuchElementException.class, () -> EN.say("no.such"));
  }

  @ParameterizedTest
  @CsvSource({
    "'fr-CH, fr;q=0.9, en;q=0.8', FRENCH",
    "'de, en;q=0.5, fr;q=0.4', ENGLISH",
    "de,",
    "'not a header;;;',",
    ",",
  })
  void aBrowserAsksForALanguage(String header, Language language) {
    assertEquals(Optional.ofNullable(language), Language.negotiate(header));
  }

  @Test
  void aLanguageIsFoundByItsTag() {
    assertEquals(Optional.of(Language.FRENCH), Language.find("fr_CA"));
    assertEquals(Optional.empty(), Language.find("frx"));
    assertEquals("français", Language.FRENCH.ownName());
    assertEquals(List.of("en", "fr"), Language.tags());
  }

  /// In French, the form of one is that of nothing, too: "1 article" would be told of none.
  @ParameterizedTest
  @EnumSource(Language.class)
  void noFormForNothingSaysOne(Language language) {
    Messages messages = Messages.of(language);
    if (!PluralRules.forLocale(language.locale()).select(0).equals(PluralRules.KEYWORD_ONE)) {
      return;
    }
    List<String> wrong = new ArrayList<>();
    for (String key : messages.keys()) {
      plurals(MessagePatternUtil.buildMessageNode(messages.pattern(key)))
          .filter(MessagesTest::saysOneOfNothing)
          .forEach(each -> wrong.add(key + ": " + each));
    }
    assertEquals(List.of(), wrong);
  }

  /// The plurals of a message, with those in other choices.
  private static Stream<ArgNode> plurals(MessageNode message) {
    return message.getContents().stream()
        .filter(ArgNode.class::isInstance)
        .map(ArgNode.class::cast)
        .filter(each -> each.getComplexStyle() != null)
        .flatMap(
            each ->
                Stream.concat(
                    each.getArgType() == MessagePattern.ArgType.PLURAL
                        ? Stream.of(each)
                        : Stream.empty(),
                    each.getComplexStyle().getVariants().stream()
                        .flatMap(one -> plurals(one.getMessage()))));
  }

  private static boolean saysOneOfNothing(ArgNode plural) {
    List<VariantNode> variants = plural.getComplexStyle().getVariants();
    return variants.stream().noneMatch(each -> each.getSelector().matches("=[01]"))
        && variants.stream()
            .filter(each -> each.getSelector().equals(PluralRules.KEYWORD_ONE))
            .map(each -> each.getMessage().getContents())
            .anyMatch(
                all ->
                    all.stream()
                            .anyMatch(
                                each ->
                                    each instanceof TextNode text
                                        && ONE.matcher(text.getText()).find())
                        && all.stream()
                            .noneMatch(
                                each -> each.getType() == MessageContentsNode.Type.REPLACE_NUMBER));
  }

  /// A `#` stands for a number only directly in a plural; in a select within one it is printed.
  @ParameterizedTest
  @EnumSource(Language.class)
  void everyNumberSignStandsForANumber(Language language) {
    Messages messages = Messages.of(language);
    for (String key : messages.keys()) {
      String pattern = messages.pattern(key);
      MessagePattern parsed = new MessagePattern(pattern);
      long numbers =
          IntStream.range(0, parsed.countParts())
              .filter(i -> parsed.getPartType(i) == MessagePattern.Part.Type.REPLACE_NUMBER)
              .count();
      if (pattern.contains(", plural,")) {
        assertEquals(pattern.chars().filter(each -> each == '#').count(), numbers, key);
      }
    }
  }
}
