package org.parley.clause;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.clause.Clock.ClockKind;
import org.parley.document.DocumentText;
import org.parley.model.text.Segment;

/// The words by which clauses are recognised in one language: English or French.
sealed interface ClauseLanguage permits EnglishClauses, FrenchClauses {

  /// Sentences and clauses.
  ///
  /// @param abbreviated an abbreviation at the end, whose full stop ends no sentence
  /// @param boundary where the words of a further norm begin
  /// @param relative a pronoun that begins a relative clause
  /// @param command a provision that begins with a command
  /// @param measure a provision that names a measure without a verb
  /// @param finite a verb of a statement
  /// @param defining a verb of a definition
  /// @param noVerb a word of an act before its verb: an adverb, or an auxiliary
  record SentenceWords(
      Pattern abbreviated,
      Pattern boundary,
      Pattern relative,
      Pattern command,
      Pattern measure,
      Pattern finite,
      Pattern defining,
      Pattern noVerb) {}

  /// Deontic force.
  ///
  /// @param modal its groups are prohibition, soft prohibition, soft duty, discretion and duty;
  ///   within one place, the first one counts
  /// @param softener words that weaken a duty
  /// @param atDiscretion words that leave it to those who owe it
  record ModalWords(Pattern modal, Pattern softener, Pattern atDiscretion) {}

  /// Times. Groups are named `opening`, `count`, `sort`, `unit`, `event`, `day`, `nth` and
  /// `latest`.
  ///
  /// @param period a length of time
  /// @param beforeDate the words before a date
  /// @param numberedDay a day counted from an event
  /// @param counted a length of time after an event, with no word before it
  /// @param upon the moment of an event
  /// @param atOnce words without an amount; the first group means immediately
  /// @param article an article before an event
  /// @param kind the kind of a length of time, by its opening in lower case without spaces
  /// @param kindOfDate the same for a date
  /// @param unit the English word for a unit
  /// @param working a sort of days without days of rest
  record ClockWords(
      Pattern period,
      Pattern beforeDate,
      Pattern numberedDay,
      Pattern counted,
      Pattern upon,
      Pattern atOnce,
      Pattern article,
      Function<String, ClockKind> kind,
      Function<String, ClockKind> kindOfDate,
      UnaryOperator<String> unit,
      Pattern working) {}

  /// Acts again and again. Groups are named `times` and `per`, or `other` and `every`.
  ///
  /// @param recurring such words: "monthly", "twice a year", "every other week"
  /// @param period the period that a word means, in lower case without spaces: "quarterly"
  record RecurrenceWords(Pattern recurring, Function<String, RecurringPeriod> period) {}

  /// The time from one occasion to the next.
  ///
  /// @param unit the English word for its unit
  record RecurringPeriod(int count, String unit) {}

  /// Conditions.
  ///
  /// @param marker how they begin
  /// @param inserted the beginning of one that ends at a comma if a comma is before it
  /// @param exception the beginning of an exception, which ends where a modal verb follows: "no
  ///   forces other than guards shall"
  /// @param decision by how many a decision is taken, or with whose consent
  /// @param order before, after or during which event: "after the withdrawal of all forces"
  /// @param alike words of conditions that say the same, with the one they are compared by
  /// @param empty words that do not tell one condition from another
  record ConditionWords(
      Pattern marker,
      Pattern inserted,
      Pattern exception,
      Pattern decision,
      Pattern order,
      Map<Pattern, String> alike,
      Set<String> empty) {}

  /// Those who owe.
  ///
  /// @param opening words before the subject
  /// @param conjunction words between two norms
  /// @param nobody a subject that is nobody
  /// @param verbBefore a verb between the subject and its further verb
  /// @param impersonal a subject that stands for none
  /// @param each words before a name
  /// @param and what separates two names
  /// @param article an article before a name
  /// @param articles words that do not tell one subject from another
  record SubjectWords(
      Pattern opening,
      Pattern conjunction,
      Pattern nobody,
      Pattern verbBefore,
      Pattern impersonal,
      Pattern each,
      Pattern and,
      Pattern article,
      Set<String> articles) {}

  /// Defined terms.
  ///
  /// @param definition a definition; its groups are the term
  /// @param term a capitalised term in use
  /// @param lower a word without a capital
  record TermWords(Pattern definition, Pattern term, Pattern lower) {}

  /// References: kind of element, first label, further labels, label of the article, words for the
  /// own text, and words for another one.
  ///
  /// @param articleBefore an article before a paragraph of it
  /// @param partAfter a paragraph after an article
  /// @param one a label with its steps
  /// @param unnumbered a paragraph without a number: its place in digits, or in words, and the
  ///   label of its article
  record ReferenceWords(
      Pattern reference,
      Pattern articleBefore,
      Pattern partAfter,
      Pattern one,
      Pattern unnumbered) {}

  /// Figures. Groups are named `bound`, `money`, `digits`, `number`, `unit`, `part` and `whole`.
  ///
  /// @param figure a figure, or a part of a whole: "two thirds"
  /// @param unit a unit in its shortest form, of one in lower case
  /// @param part into how many parts a word divides a whole
  /// @param bounds which bound words set
  record FigureWords(
      Pattern figure, UnaryOperator<String> unit, ToIntFunction<String> part, BoundWords bounds) {}

  /// Words for bounds that exclude their figure, and for least ones; all others are greatest ones.
  record BoundWords(Pattern below, Pattern above, Pattern least) {}

  /// How far a clause reaches, and its further acts.
  ///
  /// @param words such words; each group is a sense
  /// @param senses the senses of the groups, in order
  /// @param further a further act of a norm; its group is `done` in the passive voice, else `does`
  record ScopeWords(Pattern words, List<String> senses, Pattern further) {

    public ScopeWords {
      senses = List.copyOf(senses);
    }

    /// @param words the words of each sense, in the order in which they are tried
    static ScopeWords of(SequencedMap<String, String> words, int flags, Pattern further) {
      String all = words.values().stream().map(each -> "(" + each + ")").collect(joining("|"));
      return new ScopeWords(
          WordPattern.pattern("(?<![\\p{L}-])(?:" + all + ")(?![\\p{L}-])", flags),
          List.copyOf(words.sequencedKeySet()),
          further);
    }
  }

  /// Whom a clause is about, and which of them.
  ///
  /// @param restriction a restrictive relative clause: "that are listed in Annex A"
  /// @param example examples: "including mines"
  /// @param members the composition of a body; its group `phrase` names them
  /// @param recipient those to whom something is reported or sent; its group `phrase` names them
  /// @param pronoun relative pronouns, which say the same
  record PhraseWords(
      Pattern restriction, Pattern example, Pattern members, Pattern recipient, Pattern pronoun) {}

  /// All of these.
  record Vocabulary(
      SentenceWords sentences,
      ModalWords modals,
      ClockWords clocks,
      RecurrenceWords recurrences,
      ConditionWords conditions,
      SubjectWords subjects,
      TermWords terms,
      ReferenceWords references,
      FigureWords figures,
      ScopeWords scopes,
      PhraseWords phrases) {}

  /// Its BCP 47 tag.
  String tag();

  Vocabulary vocabulary();

  default SentenceWords sentences() {
    return vocabulary().sentences();
  }

  default ModalWords modals() {
    return vocabulary().modals();
  }

  default ClockWords clocks() {
    return vocabulary().clocks();
  }

  default RecurrenceWords recurrences() {
    return vocabulary().recurrences();
  }

  default ConditionWords conditions() {
    return vocabulary().conditions();
  }

  default SubjectWords subjects() {
    return vocabulary().subjects();
  }

  default TermWords terms() {
    return vocabulary().terms();
  }

  default ReferenceWords references() {
    return vocabulary().references();
  }

  default FigureWords figures() {
    return vocabulary().figures();
  }

  default ScopeWords scopes() {
    return vocabulary().scopes();
  }

  default PhraseWords phrases() {
    return vocabulary().phrases();
  }

  /// The value of a number in words or digits; empty for no number.
  Optional<Long> number(String words);

  /// The value of an ordinal in words or digits: 30 for "thirtieth".
  long ordinal(String words);

  /// Which bound words set: `<`, `<=`, `>` or `>=`.
  default String bound(String words) {
    BoundWords bounds = figures().bounds();
    return bounds.below().matcher(words).matches()
        ? "<"
        : bounds.above().matcher(words).matches()
            ? ">"
            : bounds.least().matcher(words).matches() ? ">=" : "<=";
  }

  /// The verb among the folded words of an act; empty for none.
  default String verb(List<String> act) {
    return act.stream()
        .filter(each -> !sentences().noVerb().matcher(each).matches())
        .findFirst()
        .orElse("");
  }

  /// Whether two verbs say the same.
  default boolean isAlike(String one, String other) {
    return one.equals(other);
  }

  /// Those who act in a norm whose grammatical subject does not: "shall be released by Arda".
  ///
  /// @param modal the words that say with which force it binds
  /// @param after the words after them
  /// @return where they stand in the words after
  Optional<WordSpan> agent(String modal, String after);

  /// Those who act in a measure without a verb: "withdrawal by both sides".
  Optional<WordSpan> doer(String measure);

  /// The verb of a duty or a prohibition that has no modal word.
  default Optional<Modals.FoundModal> indicative(String words) {
    return Optional.empty();
  }

  /// Use of a term, in singular or plural.
  Pattern use(String term);

  /// The word of a term that tells its kind, in lower case and in the singular.
  String head(String term);

  /// Whether a use of a term means a defined one.
  boolean isUse(String used, Set<String> defined);

  /// The number of an element without what its first one adds: "1" for "premier".
  String label(String number);

  /// The language of a text as it is on record, else the one that its words show.
  static String tag(DocumentText text) {
    String own = text.language();
    return own == null ? (isFrench(text) ? "fr" : "en") : own;
  }

  static ClauseLanguage of(DocumentText text) {
    return of(tag(text));
  }

  /// The words of a language; English ones for a language that is not read.
  static ClauseLanguage of(@Nullable String tag) {
    return isOf(tag, "fr") ? FrenchClauses.WORDS : EnglishClauses.WORDS;
  }

  /// Whether clauses of a language are read.
  static boolean isRead(String tag) {
    return isOf(tag, "en") || isOf(tag, "fr");
  }

  private static boolean isOf(@Nullable String tag, String language) {
    return tag != null
        && (tag.equals(language) || tag.toLowerCase(Locale.ROOT).startsWith(language + "-"));
  }

  private static boolean isFrench(DocumentText text) {
    List<String> words =
        text.all()
            .flatMap(each -> each.words().stream())
            .flatMap(
                each ->
                    each instanceof Segment.Plain(String said)
                        ? FoldedWords.words(said).stream()
                        : Stream.<String>empty())
            .limit(FrenchClauses.TOLD_FROM)
            .toList();
    long french = words.stream().filter(FrenchClauses.COMMON::contains).count();
    long english = words.stream().filter(EnglishClauses.COMMON::contains).count();
    return french > 2 * english && french * FrenchClauses.ONE_IN >= words.size();
  }
}
