package org.parley.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.clause.ClauseParts.SentenceParts;
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

  private final Function<String, Optional<PartyId>> parties;
  private final Predicate<DocumentElement> isRead;
  private final String tag;
  private final ClauseLanguage language;
  private final List<NormClause> clauses = new ArrayList<>();

  private ClauseReader(
      Function<String, Optional<PartyId>> parties, Predicate<DocumentElement> isRead, String tag) {
    this.parties = parties;
    this.isRead = isRead;
    this.tag = tag;
    this.language = ClauseLanguage.of(tag);
  }

  /// The clauses of a text, in order.
  ///
  /// @param parties the party of a name, in any spelling of the text
  public static List<NormClause> read(
      DocumentText text, Function<String, Optional<PartyId>> parties) {
    return read(text, parties, _ -> true);
  }

  /// The clauses of some elements of a text, in order.
  ///
  /// @param isRead whether those of an element are asked for
  static List<NormClause> read(
      DocumentText text,
      Function<String, Optional<PartyId>> parties,
      Predicate<DocumentElement> isRead) {
    ClauseReader reader = new ClauseReader(parties, isRead, ClauseLanguage.tag(text));
    text.elements().forEach(each -> reader.element(each, null));
    return reader.clauses.stream().filter(each -> isRead.test(each.element())).toList();
  }

  /// @param stem the norm that introduces the list the element stands in; null for none
  private void element(DocumentElement element, @Nullable NormClause stem) {
    if (element.all().noneMatch(isRead)) {
      return;
    }
    NormClause introduced = stem;
    if (element.kind() != ElementKind.CLOSING) {
      boolean isFirst = true;
      for (Sentences.Sentence each : Sentences.of(element, language)) {
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
    } else if (ClauseLanguage.isRead(tag)) {
      norms(element, words, stem);
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
            : ClauseFigures.of(words, tag).outside(TextReferences.spans(words, language)),
        List.of(),
        List.of(),
        List.of(),
        FoldedWords.words(words));
  }

  private void norms(DocumentElement element, String words, @Nullable NormClause stem) {
    List<Clocks.FoundClock> clocks = Clocks.list(words, language);
    List<WordSpan> conditions = Conditions.list(words, clocks, language);
    List<FoundModal> modals = Modals.list(PhraseFinder.blanked(words, conditions), language);
    List<Norm> norms = norms(words, modals);
    if (norms.isEmpty()) {
      norms.add(withoutModal(element, words, conditions, stem));
    }
    SentenceParts parts =
        new SentenceParts(
            words,
            conditions,
            clocks,
            TextReferences.spans(words, language),
            PhraseFinder.examples(words, language),
            ClauseFigures.of(words, language.tag()));
    String who = "";
    for (Norm each : norms) {
      NormClause read = new ClauseParts(parts, each, parties, language).clause(element, who, stem);
      clauses.add(read);
      who = read.who();
    }
  }

  private Norm withoutModal(
      DocumentElement element, String words, List<WordSpan> conditions, @Nullable NormClause stem) {
    WordSpan none = new WordSpan(0, 0);
    WordSpan all = new WordSpan(0, words.length());
    if (stem != null && !language.sentences().defining().matcher(words).find()) {
      return new Norm(all, none, stem.force(), true);
    }
    boolean isProvision =
        (element.kind() == ElementKind.ITEM || element.kind() == ElementKind.ARTICLE)
            && !element.number().isEmpty();
    String main = conditions.isEmpty() ? words : words.substring(0, conditions.getFirst().start());
    boolean isMeasure =
        language.sentences().command().matcher(words).find()
            || (language.sentences().measure().matcher(words).find()
                && !language.sentences().finite().matcher(main).find());
    if (isProvision && !isMeasure && !language.sentences().defining().matcher(words).find()) {
      Optional<FoundModal> verb = language.indicative(PhraseFinder.blanked(words, conditions));
      if (verb.isPresent()) {
        return new Norm(all, verb.get().at(), verb.get().force(), false);
      }
    }
    Deontic force = isProvision && isMeasure ? Deontic.DUTY : Deontic.STATEMENT;
    return new Norm(all, none, force, false);
  }

  /// A norm of a sentence.
  ///
  /// @param at where it stands
  /// @param modal where its modal verb stands
  /// @param isItem whether it takes its subject from the words that introduce a list
  record Norm(WordSpan at, WordSpan modal, Deontic force, boolean isItem) {}

  private List<Norm> norms(String words, List<FoundModal> modals) {
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
  private int boundary(String words, int from, int to) {
    var matcher = language.sentences().boundary().matcher(words).region(from, to);
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
