package org.parley.clause;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.parley.clause.ClauseReader.Norm;
import org.parley.document.DocumentElement;
import org.parley.model.PartyId;

/// Takes one norm of a sentence apart.
final class ClauseParts {

  /// Findings in a sentence that all its norms share.
  record SentenceParts(
      String words,
      List<WordSpan> conditions,
      List<Clocks.FoundClock> clocks,
      List<WordSpan> references,
      List<WordSpan> examples,
      ClauseFigures figures) {}

  private final SentenceParts sentence;
  private final String words;
  private final Norm norm;
  private final List<WordSpan> conditions = new ArrayList<>();
  private final List<Clocks.FoundClock> clocks = new ArrayList<>();
  private final Function<String, Optional<PartyId>> parties;
  private final ClauseLanguage language;

  ClauseParts(
      SentenceParts sentence,
      Norm norm,
      Function<String, Optional<PartyId>> parties,
      ClauseLanguage language) {
    this.sentence = sentence;
    this.words = sentence.words();
    this.language = language;
    this.norm = norm;
    this.parties = parties;
    for (WordSpan each : sentence.conditions()) {
      if (norm.at().contains(each.start())) {
        this.conditions.add(each);
      }
    }
    for (Clocks.FoundClock each : sentence.clocks()) {
      if (norm.at().contains(each.at().start()) && each.at().isFreeOf(sentence.conditions())) {
        this.clocks.add(each);
      }
    }
  }

  /// @param before the subject of the norm before in the sentence
  /// @param stem the norm that introduces the list
  NormClause clause(DocumentElement element, String before, @Nullable NormClause stem) {
    String own = norm.at().in(words);
    boolean isNorm = norm.force().isNorm();
    String subject = isNorm ? subject() : "";
    Optional<WordSpan> agent = isNorm ? agent() : Optional.empty();
    String who =
        agent
            .map(each -> each.in(words))
            .orElse(
                !subject.isEmpty() ? subject : norm.isItem() && stem != null ? stem.who() : before);
    Deontic force =
        language.subjects().nobody().matcher(subject).find()
            ? norm.force().negated()
            : norm.force();
    return new NormClause(
        element,
        own.strip().replaceFirst("^[,;]\\s*", ""),
        Modals.weakened(force, blanked(norm.at(), conditions), language),
        who,
        isNorm ? named(who) : List.of(),
        clocks.stream().map(Clocks.FoundClock::clock).toList(),
        conditions.stream().map(each -> each.in(words)).toList(),
        figures(),
        scopes(agent, subject),
        further(),
        phrases(),
        act(agent, subject));
  }

  private List<WordSpan> times() {
    List<WordSpan> spans = new ArrayList<>(conditions);
    clocks.forEach(each -> spans.add(each.at()));
    return spans;
  }

  /// A stretch with some parts of it left out.
  private String blanked(WordSpan at, List<WordSpan> without) {
    StringBuilder left = new StringBuilder();
    for (int i = at.start(); i < at.end(); i++) {
      int here = i;
      boolean isOut = without.stream().anyMatch(each -> each.contains(here));
      left.append(isOut ? ' ' : words.charAt(i));
    }
    return left.toString();
  }

  private String subject() {
    String left =
        blanked(
            new WordSpan(norm.at().start(), Math.max(norm.at().start(), norm.modal().start())),
            times());
    String subject = language.subjects().conjunction().matcher(left).replaceFirst("");
    for (Matcher opening = language.subjects().opening().matcher(subject);
        opening.find();
        opening = language.subjects().opening().matcher(subject)) {
      subject = subject.substring(opening.end());
    }
    if (language.subjects().impersonal().matcher(subject.stripLeading()).find()) {
      return "";
    }
    return language
        .subjects()
        .verbBefore()
        .matcher(subject.replaceAll("\\s+", " ").strip())
        .replaceFirst("")
        .replaceAll("^[\\s,;:-]+|[\\s,;:-]+$", "");
  }

  /// Those who act in a norm in the passive voice: "shall be released by Arda". The same in a
  /// measure without a verb: "withdrawal by both sides".
  private Optional<WordSpan> agent() {
    boolean isMeasure = norm.modal().start() == norm.modal().end() && !norm.isItem();
    if (isMeasure) {
      return language.doer(blanked(norm.at(), times())).map(each -> moved(each, norm.at().start()));
    }
    int from = norm.modal().end();
    String after = blanked(new WordSpan(from, norm.at().end()), times());
    return language.agent(norm.modal().in(words), after).map(each -> moved(each, from));
  }

  private static WordSpan moved(WordSpan span, int by) {
    return new WordSpan(by + span.start(), by + span.end());
  }

  private List<PartyId> named(String who) {
    Set<PartyId> named = new LinkedHashSet<>();
    String bare = language.subjects().each().matcher(who).replaceFirst("");
    party(bare).ifPresent(named::add);
    if (named.isEmpty()) {
      for (String each : language.subjects().and().split(bare, -1)) {
        party(each).ifPresent(named::add);
      }
    }
    return List.copyOf(named);
  }

  private Optional<PartyId> party(String name) {
    return parties
        .apply(name)
        .or(() -> parties.apply(language.subjects().article().matcher(name).replaceFirst("")));
  }

  private List<Figure> figures() {
    List<WordSpan> not = times();
    not.addAll(sentence.references());
    not.add(new WordSpan(0, norm.at().start()));
    not.add(new WordSpan(norm.at().end(), words.length()));
    return sentence.figures().outside(not, sentence.examples());
  }

  /// How far it reaches, by its words after the modal verb, and by those to whom it is done.
  private List<ScopeWord> scopes(Optional<WordSpan> agent, String subject) {
    if (!norm.force().isNorm() && language.sentences().defining().matcher(words).find()) {
      return List.of();
    }
    List<WordSpan> not = times();
    not.addAll(sentence.references());
    agent.ifPresent(not::add);
    not.addAll(sentence.examples());
    String own = blanked(afterModal(), not);
    List<ScopeWord> scopes = new ArrayList<>(Scopes.list(own, language));
    if (agent.isPresent()) {
      scopes.addAll(Scopes.list(subject, language));
    }
    return scopes;
  }

  private WordSpan afterModal() {
    return new WordSpan(Math.max(norm.at().start(), norm.modal().end()), norm.at().end());
  }

  private List<String> further() {
    if (!norm.force().isNorm()) {
      return List.of();
    }
    List<WordSpan> not = times();
    not.addAll(sentence.examples());
    return Scopes.further(blanked(afterModal(), not), language);
  }

  /// Whom it is about, by its words after the modal verb. Times and conditions end a phrase.
  private List<ClausePhrase> phrases() {
    if (!norm.force().isNorm() && language.sentences().defining().matcher(words).find()) {
      return List.of();
    }
    WordSpan at = afterModal();
    StringBuilder own = new StringBuilder(at.in(words));
    for (WordSpan each : times()) {
      for (int i = Math.max(each.start(), at.start()); i < Math.min(each.end(), at.end()); i++) {
        own.setCharAt(i - at.start(), ';');
      }
    }
    return PhraseFinder.list(own.toString(), language);
  }

  /// Those to whom it is done are part of an act: "shall be released by Arda" and "Arda shall
  /// release" are one act.
  private List<String> act(Optional<WordSpan> agent, String subject) {
    List<WordSpan> not = times();
    not.add(new WordSpan(norm.at().start(), Math.max(norm.at().start(), norm.modal().end())));
    agent.ifPresent(not::add);
    String own = blanked(norm.at(), not) + (agent.isPresent() ? " " + subject : "");
    return FoldedWords.words(Modals.withoutWeakening(own, language));
  }
}
