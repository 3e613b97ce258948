package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.clause.Modals.FoundModal;
import org.parley.document.DocumentElement;
import org.parley.document.DocumentText;
import org.parley.document.ElementKind;
import org.parley.model.PartyId;

/// Reads the clauses of a text.
///
/// A sentence has a clause for each norm. A numbered provision without a verb, or that begins with
/// a command, is a duty: "Withdrawal of heavy weapons." An item takes force and subject from the
/// words that introduce the list.
public final class ClauseReader {

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?:[,;]\\s*)?\\b(?:and|or|but|nor|while|whereas|which|who|that|where)\\b|[,;]");
  private static final Pattern COMMAND =
      Pattern.compile(
          "^(?:(?:immediately|promptly|jointly|fully)\\s+)?(?:ensure|implement|release|enact|conduct|adopt|remove|provide"
              + "|launch|intensify|withdraw|create|establish|introduce|cease|stop|resume|hold|start|begin|maintain|exchange"
              + "|open|close|submit|report|notify|publish|appoint|facilitate|support|disarm|dismantle|prohibit|allow)\\s",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MEASURE =
      Pattern.compile(
          "^(?!(?:the|an?|this|these|each|all|any|such|in|for|on|at|under|with|as|when|during|by|to|of|from)\\s)(?:[\\p{L}-]+\\s+){0,3}?\\p{L}*"
              + "(?:tion|sion|ment|wal|ance|ing|fire|lease|exchange)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FINITE =
      Pattern.compile(
          "\\b(?:is|are|was|were|has|have|had|do|does|did|means?|includes?|consists?|applies|apply|enters?|remains?"
              + "|can|could|would)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEFINING = Pattern.compile("\\bmeans?\\b");

  private final Function<String, Optional<PartyId>> parties;
  private final String language;
  private final List<NormClause> clauses = new ArrayList<>();

  private ClauseReader(Function<String, Optional<PartyId>> parties, @Nullable String language) {
    this.parties = parties;
    this.language = language == null ? "en" : language;
  }

  /// The clauses of a text, in order.
  ///
  /// @param parties the party of a name, in any spelling of the text
  public static List<NormClause> read(
      DocumentText text, Function<String, Optional<PartyId>> parties) {
    ClauseReader reader = new ClauseReader(parties, text.language());
    text.elements().forEach(each -> reader.element(each, null));
    return List.copyOf(reader.clauses);
  }

  private boolean isEnglish() {
    return language.equals("en") || language.startsWith("en-");
  }

  /// @param stem the norm that introduces the list the element stands in; null for none
  private void element(DocumentElement element, @Nullable NormClause stem) {
    NormClause introduced = stem;
    if (element.kind() != ElementKind.CLOSING) {
      boolean isFirst = true;
      for (Sentences.Sentence each : Sentences.of(element)) {
        int from = clauses.size();
        sentence(element, each, isFirst ? stem : null);
        isFirst = false;
        NormClause last = clauses.size() > from ? clauses.getLast() : null;
        if (last != null && each.words().endsWith(":")) {
          introduced = last.force().isNorm() ? last : null;
        }
      }
    }
    for (DocumentElement each : element.parts()) {
      element(each, introduced);
    }
  }

  private void sentence(
      DocumentElement element, Sentences.Sentence sentence, @Nullable NormClause stem) {
    String words = sentence.words();
    if (sentence.isOpen()) {
      clauses.add(plain(element, words, Deontic.OPEN));
    } else if (isEnglish()) {
      english(element, words, stem);
    } else {
      clauses.add(plain(element, words, Deontic.STATEMENT));
    }
  }

  private NormClause plain(DocumentElement element, String words, Deontic force) {
    return new NormClause(
        element,
        words,
        force,
        "",
        List.of(),
        List.of(),
        List.of(),
        force == Deontic.OPEN
            ? List.of()
            : ClauseFigures.list(words, TextReferences.spans(words), language),
        FoldedWords.words(words));
  }

  private void english(DocumentElement element, String words, @Nullable NormClause stem) {
    List<WordSpan> conditions = Conditions.list(words);
    List<FoundModal> modals = new ArrayList<>();
    for (FoundModal each : Modals.list(words)) {
      if (each.at().isFreeOf(conditions)) {
        modals.add(each);
      }
    }
    List<Norm> norms = norms(words, modals);
    if (norms.isEmpty()) {
      norms.add(withoutModal(element, words, conditions, stem));
    }
    List<Clocks.FoundClock> clocks = Clocks.list(words);
    String who = "";
    for (Norm each : norms) {
      NormClause read =
          new ClauseParts(words, each, conditions, clocks, parties).clause(element, who, stem);
      clauses.add(read);
      who = read.who();
    }
  }

  private static Norm withoutModal(
      DocumentElement element, String words, List<WordSpan> conditions, @Nullable NormClause stem) {
    WordSpan none = new WordSpan(0, 0);
    WordSpan all = new WordSpan(0, words.length());
    if (stem != null && !DEFINING.matcher(words).find()) {
      return new Norm(all, none, stem.force(), true);
    }
    boolean isProvision =
        (element.kind() == ElementKind.ITEM || element.kind() == ElementKind.ARTICLE)
            && !element.number().isEmpty();
    String main = conditions.isEmpty() ? words : words.substring(0, conditions.getFirst().start());
    boolean isMeasure =
        COMMAND.matcher(words).find()
            || (MEASURE.matcher(words).find() && !FINITE.matcher(main).find());
    Deontic force = isProvision && isMeasure ? Deontic.DUTY : Deontic.STATEMENT;
    return new Norm(all, none, force, false);
  }

  /// A norm of a sentence.
  ///
  /// @param at where it stands
  /// @param modal where its modal verb stands
  /// @param isItem whether it takes its subject from the words that introduce a list
  record Norm(WordSpan at, WordSpan modal, Deontic force, boolean isItem) {}

  private static List<Norm> norms(String words, List<FoundModal> modals) {
    List<Norm> norms = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < modals.size()) {
      FoundModal first = modals.get(i);
      Deontic force = first.force();
      int modalEnd = first.at().end();
      int end = words.length();
      int next = i + 1;
      for (; next < modals.size(); next++) {
        FoundModal other = modals.get(next);
        String gap = words.substring(modalEnd, other.at().start());
        if (gap.isBlank()) {
          force = joined(force, other.force());
          modalEnd = other.at().end();
          continue;
        }
        int boundary = boundary(words, modalEnd, other.at().start());
        if (boundary >= 0) {
          end = boundary;
          break;
        }
      }
      norms.add(
          new Norm(
              new WordSpan(start, end), new WordSpan(first.at().start(), modalEnd), force, false));
      start = end;
      i = next;
    }
    return norms;
  }

  /// Where the words of the next norm begin: at the last comma or conjunction; -1 for none.
  private static int boundary(String words, int from, int to) {
    var matcher = BOUNDARY.matcher(words).region(from, to);
    int last = -1;
    while (matcher.find()) {
      last = matcher.start();
    }
    return last;
  }

  /// "Agrees to refrain from" forbids; "may endeavour to" allows.
  private static Deontic joined(Deontic one, Deontic other) {
    Deontic weaker = one.strength() <= other.strength() ? one : other;
    return one.isNegative() || other.isNegative() ? weaker.negated() : weaker;
  }
}
