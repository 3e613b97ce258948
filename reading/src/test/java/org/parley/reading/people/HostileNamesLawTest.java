package org.parley.reading.people;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.reading.Growth;
import org.parley.reading.TextSpan;
import org.parley.reading.language.ParsedText;
import org.parley.reading.language.Parser;
import org.parley.reading.language.Sentence;
import org.parley.reading.language.Token;

/// Four times as many names cost some four times as much, whatever stands beside them.
@NullMarked
class HostileNamesLawTest {

  private static final int FEW = 2_000;
  private static final int TIMES = 4;

  /// The square would be sixteen.
  private static final double MOST = 9;

  private static final String NAME = "Skalvaaaa";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jonas Skalvaaaa said the map was open.",
        "Jonas said the map was open to Skalvaaaa.",
        "Minister Jonas Skalvaaaa came. The minister said the map was open.",
        "Jonas Skalvaaaa came. He said the map was open.",
        "Jonas Skalvaaaa met his counterpart. The Norwegian said the map was open."
      })
  void namesCostLinearTime(String frame) {
    for (boolean isDistinct : List.of(true, false)) {
      ParsedText few = repeated(frame, FEW, isDistinct);
      ParsedText many = repeated(frame, FEW * TIMES, isDistinct);
      double ratio = Growth.ratio(() -> ask(few), () -> ask(many), MOST);
      assertTrue(
          ratio < MOST, frame + " costs " + ratio + " times as much, distinct " + isDistinct);
    }
  }

  /// Asks for the speaker at the start of each sentence, as a reader does.
  private static void ask(ParsedText text) {
    Coreference people = Coreference.of(text, "en");
    for (Sentence each : text.sentences()) {
      int verb = 0;
      while (verb < each.size() && !each.get(verb).lower().matches("said|came|met")) {
        verb++;
      }
      people.speaker(each, 0, verb);
      people.named(each, 0, each.size());
      people.mentionOnly(each);
    }
  }

  /// The frame parsed once, and copied with names of the same length.
  private static ParsedText repeated(String frame, int times, boolean isDistinct) {
    ParsedText once = Parser.parse(frame, "en");
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      String name = isDistinct ? name(i) : NAME;
      int shift = text.length();
      text.append(frame.replace(NAME, name)).append(' ');
      for (Sentence each : once.sentences()) {
        List<Token> tokens = each.tokens().stream().map(t -> moved(t, name, shift)).toList();
        sentences.add(
            new Sentence(sentences.size(), i / 5, moved(each.span(), shift), tokens, each.tree()));
      }
    }
    return new ParsedText(text.toString(), once.lexicon(), sentences);
  }

  private static String name(int i) {
    return "Skalv"
        + (char) ('a' + i / 17_576 % 26)
        + (char) ('a' + i / 676 % 26)
        + (char) ('a' + i / 26 % 26)
        + (char) ('a' + i % 26);
  }

  private static Token moved(Token token, String name, int shift) {
    boolean isName = token.text().equals(NAME);
    return new Token(
        isName ? name : token.text(),
        isName ? name.toLowerCase(Locale.ROOT) : token.lower(),
        token.tag(),
        isName ? name.toLowerCase(Locale.ROOT) : token.lemma(),
        token.isQuoted(),
        moved(token.span(), shift));
  }

  private static TextSpan moved(TextSpan span, int shift) {
    return new TextSpan(span.start() + shift, span.end() + shift);
  }
}
