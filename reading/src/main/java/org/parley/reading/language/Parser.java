package org.parley.reading.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.parley.reading.TextSpan;
import org.parley.reading.syntax.Syntax;
import org.parley.reading.syntax.Tree;

/// Splits a text into sentences and tokens, with part of speech and lemma.
///
/// The models are loaded once, on first use; the rest costs time linear in the text.
public final class Parser {

  /// Not behind words that a letter counts: "Plan B".
  private static final String UNCOUNTED =
      "(?<!(?i:plan|annex|phase|zone|group|appendix|option|part|section|schedule|list) )";

  /// "O." of "O. Fontaine", not "B." of "Plan B. The rest".
  private static final String INITIAL =
      UNCOUNTED
          + "(?<![\\p{L}\\p{N}-])\\p{Lu}\\.(?= (?:\\p{Ll}{1,4}[ '’-])?\\p{Lu}\\p{Ll})(?! (?:The|An|It|We|He|She|They|You|In|On"
          + "|At|For|But|And|This|That|These|Those|No|Not|There|If|As|Its|Our|Their|His|Her)\\b)";

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\p{Lu}\\.(?:\\p{Lu}\\.)+|"
              + INITIAL
              + "|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov)\\.(?=\\s)|\\p{L}[\\p{L}\\p{M}]*(?:[-‐‑'’][\\p{L}\\p{M}\\p{N}]+)*"
              + "|\\d{4}-\\d{2}-\\d{2}|\\p{N}+(?:[.,:]\\p{N}+)*(?:-\\p{L}+)*(?:st|nd|rd|th)?|\\S",
          Pattern.UNICODE_CHARACTER_CLASS);

  /// A label before the first sentence of a paragraph: a dateline, the time of an entry, a number,
  /// a bullet.
  private static final Pattern LABEL =
      Pattern.compile(
          "^\\s*(?:\\p{Lu}{2}[\\p{Lu}\\p{L}.,/'’ -]{1,60}?"
              + "(?:,? ?(?:\\d{1,2} \\p{Lu}\\p{L}+\\.?|\\p{Lu}\\p{L}+\\.? \\d{1,2})(?:,? \\d{4})?)?"
              + "(?: ?\\([^)]{1,30}\\))? ?[-–—] "
              + "|\\p{Lu}[\\p{L} ]{1,30},? \\d{1,2}[./]\\d{1,2}[./]\\d{2,4} ?[-–—] "
              + "|\\d{1,2}[.:]\\d{2} ?(?:[ap]\\.?m\\.?)?(?: ?[-–—:])? "
              + "|\\(?\\d{1,2}[.)] |\\((?:[a-z]|[ivx]{2,4})\\) |[-–—•*] )",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?:^|\\W)(?:"
              + UNCOUNTED
              + "\\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|No|Prof|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\\.\\s*$");

  /// Longer stretches without a blank are no prose.
  private static final int UNBROKEN = 600;

  /// The models of one language.
  private record Models(SentenceModel sentences, LemmatizerModel lemmas) {}

  private static final Map<String, Models> LOADED = new ConcurrentHashMap<>();
  private static final Map<String, String> NAMES =
      Map.of("en", "/opennlp-en-ud-ewt-%s-1.3-2.5.4.bin");

  private Parser() {}

  /// The sentences of a text.
  ///
  /// @throws IllegalArgumentException if there are no word lists for the language
  public static ParsedText parse(String text, String language) {
    Lexicon lexicon = Lexicon.of(language);
    Models models =
        LOADED.computeIfAbsent(language.split("-", 2)[0].toLowerCase(Locale.ROOT), Parser::load);
    SentenceDetectorME detector = new SentenceDetectorME(models.sentences);
    Syntax syntax = Syntax.of(language.split("-", 2)[0].toLowerCase(Locale.ROOT));
    LemmatizerME lemmatizer = new LemmatizerME(models.lemmas);
    List<Sentence> sentences = new ArrayList<>();
    int paragraph = 0;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String line = text.substring(start, end);
      if (!line.isBlank()) {
        for (TextSpan each : sentences(line, detector)) {
          sentences.add(
              sentence(
                  text,
                  new TextSpan(start + each.start(), start + each.end()),
                  sentences.size(),
                  paragraph,
                  syntax,
                  lemmatizer,
                  lexicon));
        }
        paragraph++;
      }
      start = end + 1;
    }
    sentences.removeIf(each -> each.tokens().isEmpty());
    return new ParsedText(text, lexicon, sentences);
  }

  /// The sentence with some of its tokens parsed separately: reported speech without the
  /// interrupting words of attribution.
  public static Sentence apart(Sentence sentence, List<Integer> tokens, String language) {
    Syntax syntax = Syntax.of(language.split("-", 2)[0].toLowerCase(Locale.ROOT));
    Tree tree = sentence.tree();
    List<Integer> read = new ArrayList<>();
    int last = -1;
    for (int each : tokens) {
      if (isSeam(sentence, tokens, each)) {
        continue;
      }
      boolean isJoined = last >= 0 && each > last + 2 && sentence.get(each).isTagged("CCONJ");
      if (isJoined) {
        tree = tree.with(read, own(sentence, read, syntax));
        read.clear();
      }
      read.add(each);
      last = each;
    }
    return sentence.with(tree.with(read, own(sentence, read, syntax)));
  }

  private static Tree own(Sentence sentence, List<Integer> tokens, Syntax syntax) {
    return syntax.tree(tokens.stream().map(i -> plain(sentence.get(i).text())).toList());
  }

  /// Whether a token is the comma before or after omitted words.
  private static boolean isSeam(Sentence sentence, List<Integer> tokens, int token) {
    boolean isInside = token > tokens.getFirst() && token < tokens.getLast();
    return isInside
        && sentence.get(token).is(",")
        && !(tokens.contains(token - 1) && tokens.contains(token + 1));
  }

  private static Models load(String language) {
    String name = NAMES.get(language);
    if (name == null) {
      throw new IllegalArgumentException(
          "no models for the language \"" + language + "\". Maybe read with --language en");
    }
    try (InputStream sentences = resource(name.formatted("sentence"));
        InputStream lemmas = resource(name.formatted("lemmas"))) {
      return new Models(new SentenceModel(sentences), new LemmatizerModel(lemmas));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = Parser.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no model " + name);
    }
    return in;
  }

  /// Sentences of a paragraph: those of the model, rejoined at a wrongly split quotation, bracket
  /// or abbreviation.
  private static List<TextSpan> sentences(String line, SentenceDetectorME detector) {
    List<TextSpan> joined = new ArrayList<>();
    int from = -1;
    int open = 0;
    for (TextSpan each : detected(line, detector)) {
      String piece = each.in(line);
      from = from < 0 ? each.start() : from;
      for (int i = 0; i < piece.length(); i++) {
        char c = piece.charAt(i);
        open += c == '(' || c == '“' ? 1 : (c == ')' || c == '”') && open > 0 ? -1 : 0;
        if (c == '"') {
          open += open > 0 ? -1 : 1;
        }
      }
      boolean isCut = open > 0 && each.end() - from < 1_500;
      if (!isCut && !ABBREVIATED.matcher(piece).find()) {
        joined.add(new TextSpan(from, each.end()));
        from = -1;
        open = 0;
      }
    }
    if (from >= 0) {
      joined.add(new TextSpan(from, line.stripTrailing().length()));
    }
    if (!joined.isEmpty()) {
      TextSpan first = joined.removeFirst();
      int start = LABEL.matcher(line).results().findFirst().map(MatchResult::end).orElse(0);
      boolean isWithin = start > first.start() && start < first.end();
      joined.addFirst(isWithin ? new TextSpan(start, first.end()) : first);
    }
    return joined.stream().flatMap(each -> shortened(line, each).stream()).toList();
  }

  /// The sentences of the model. It looks for the next blank at each mark, so words without a blank
  /// are cut before.
  private static List<TextSpan> detected(String line, SentenceDetectorME detector) {
    List<TextSpan> found = new ArrayList<>();
    int start = 0;
    int blank = 0;
    for (int i = 0; i < line.length(); i++) {
      blank = Character.isWhitespace(line.charAt(i)) ? i : blank;
      if (i - Math.max(blank, start) >= UNBROKEN) {
        detect(line, start, i, detector, found);
        start = i;
      }
    }
    detect(line, start, line.length(), detector, found);
    return found;
  }

  private static void detect(
      String line, int start, int end, SentenceDetectorME detector, List<TextSpan> found) {
    for (opennlp.tools.util.Span each : detector.sentPosDetect(line.substring(start, end))) {
      found.add(new TextSpan(start + each.getStart(), start + each.getEnd()));
    }
  }

  /// A sentence within the limit of the tagger: non-prose is split at a blank.
  private static List<TextSpan> shortened(String line, TextSpan span) {
    List<TextSpan> parts = new ArrayList<>();
    int from = span.start();
    while (span.end() - from > 1_200) {
      int cut = line.lastIndexOf(' ', from + 1_200);
      cut = cut <= from ? from + 1_200 : cut;
      parts.add(new TextSpan(from, cut));
      from = cut;
    }
    parts.add(new TextSpan(from, span.end()));
    return parts;
  }

  private static Sentence sentence(
      String text,
      TextSpan span,
      int number,
      int paragraph,
      Syntax syntax,
      LemmatizerME lemmatizer,
      Lexicon lexicon) {
    List<TextSpan> spans = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (MatchResult match : TOKEN.matcher(span.in(text)).results().toList()) {
      spans.add(new TextSpan(span.start() + match.start(), span.start() + match.end()));
      words.add(plain(match.group()));
    }
    List<Token> raw = new ArrayList<>();
    boolean isQuoted = false;
    for (int i = 0; i < words.size(); i++) {
      String lower = words.get(i).toLowerCase(Locale.ROOT);
      boolean isTitle = lower.length() > 1 && lower.indexOf('.') == lower.length() - 1;
      lower = isTitle ? lower.substring(0, lower.length() - 1) : lower;
      if (lower.equals("\"")) {
        isQuoted = !isQuoted;
      }
      Contractions.split(spans.get(i), text, lower, isQuoted, raw);
    }
    List<String> plain = raw.stream().map(each -> plain(each.text())).toList();
    Tree tree =
        ParseRepair.repaired(Parentheticals.apart(syntax, plain, syntax.tree(plain)), plain);
    String[] tokens = new String[raw.size()];
    String[] tags = new String[raw.size()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = plain(raw.get(i).text());
      tags[i] = WordClasses.of(tree, i, raw.get(i).lower());
    }
    String[] lemmas = tokens.length == 0 ? new String[0] : lemmatizer.lemmatize(tokens, tags);
    List<Token> made = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      Token token = raw.get(i);
      String lemma =
          !token.lemma().isEmpty()
              ? token.lemma()
              : lemmas[i].equals("O") ? token.lower() : lemmas[i].toLowerCase(Locale.ROOT);
      if (token.lemma().isEmpty() && tags[i].equals("VERB")) {
        lemma = BaseForms.ofVerb(token.lower(), lemma, lexicon);
      }
      made.add(
          new Token(token.text(), token.lower(), tags[i], lemma, token.isQuoted(), token.span()));
    }
    for (int i = 0; i < made.size(); i++) {
      made.set(i, corrected(made, i, lexicon.get("grammar.closed")));
    }
    for (int i = 1; i + 1 < made.size(); i++) {
      made.set(i, inItsPlace(made, i, lexicon));
    }
    return new Sentence(number, paragraph, span, made, tree);
  }

  /// Corrects the tagger: closed classes such as prepositions and articles, and capitalised words
  /// within a sentence as names.
  private static Token corrected(List<Token> tokens, int index, Phrases closed) {
    Token token = tokens.get(index);
    boolean isClosed =
        token.isTagged("ADP", "SCONJ", "DET", "PRON", "CCONJ", "AUX")
            && token.isWord()
            && !token.lower().startsWith("'");
    boolean isStart =
        index == 0 || (!tokens.get(index - 1).isWord() && !tokens.get(index - 1).is(","));
    String tag = token.tag();
    if (token.isCapital()
        && !isStart
        && !token.isTagged("PROPN", "ADJ", "NOUN", "NUM")
        && !token.is("i")) {
      tag = "PROPN";
    } else if (index == 0 && isFirstName(tokens)) {
      tag = "PROPN";
    } else if (isClosed && !closed.hasWord(token.lower())) {
      boolean isNounNext =
          index + 1 < tokens.size() && tokens.get(index + 1).isTagged("NOUN", "PROPN");
      tag = token.isCapital() ? "PROPN" : isNounNext ? "ADJ" : "NOUN";
    }
    return tag.equals(token.tag())
        ? token
        : new Token(
            token.text(), token.lower(), tag, token.lemma(), token.isQuoted(), token.span());
  }

  /// A sentence that begins with a verb-like word followed by a name begins with a name.
  private static boolean isFirstName(List<Token> tokens) {
    Token first = tokens.getFirst();
    return tokens.size() > 1
        && first.isTagged("VERB")
        && first.isCapital()
        && !first.lower().endsWith("ed")
        && !first.lower().endsWith("ing")
        && tokens.get(1).isCapital()
        && tokens.get(1).isTagged("PROPN");
  }

  /// Words that are noun or verb by their place: "the bloc's envoy said", "the union denies
  /// having".
  private static Token inItsPlace(List<Token> tokens, int index, Lexicon lexicon) {
    Token token = tokens.get(index);
    Token before = tokens.get(index - 1);
    Token next = tokens.get(index + 1);
    boolean isOffice =
        token.isTagged("VERB")
            && before.isTagged("PROPN", "ADJ", "DET", "PART")
            && next.isTagged("VERB", "AUX")
            && lexicon.get("people.offices").hasWord(token.lower());
    if (isOffice) {
      return as(token, "NOUN", token.lower());
    }
    String stem =
        token.lower().endsWith("ies")
            ? token.lower().substring(0, token.lower().length() - 3) + "y"
            : token.lower().replaceFirst("s$", "");
    boolean isSaying =
        token.isTagged("NOUN")
            && !stem.equals(token.lower())
            && (before.isTagged("PROPN", "NOUN") || before.is(","))
            && (next.isTagged("AUX", "SCONJ", "DET", "PRON") || isLast(tokens, index))
            && (lexicon.get("saying.verbs").hasWord(stem)
                || lexicon.get("stance.plain").hasWord(stem));
    return isSaying ? as(token, "VERB", stem) : token;
  }

  /// "The text is done, the ministry states.": the last word, with a comma not far before it.
  private static boolean isLast(List<Token> tokens, int index) {
    boolean isEnd = index + 2 >= tokens.size() && tokens.getLast().is(".");
    int comma = index;
    while (comma > 0 && index - comma < 6 && !tokens.get(comma).is(",")) {
      comma--;
    }
    return isEnd && tokens.get(comma).is(",") && tokens.get(comma + 1).isTagged("DET");
  }

  private static Token as(Token token, String tag, String lemma) {
    return new Token(token.text(), token.lower(), tag, lemma, token.isQuoted(), token.span());
  }

  private static String plain(String token) {
    String plain = token.replace('’', '\'').replace('‘', '\'').replace('‐', '-').replace('‑', '-');
    return switch (plain) {
      case "“", "”", "„", "«", "»", "″" -> "\"";
      default -> plain;
    };
  }
}
